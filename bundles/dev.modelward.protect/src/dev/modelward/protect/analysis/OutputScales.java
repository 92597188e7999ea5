// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.WeightPath;
import dev.modelward.onnx.graph.Weights;
import dev.modelward.onnx.graph.Wiring;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Tiling;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** By how much a batch norm behind a layer scales its outputs; by 1 where there is none. */
final class OutputScales {
  private static final double USUAL_EPSILON = 1e-5;

  private final double[] scales;
  private final long step;
  private final boolean isSameInBlock;

  private OutputScales(Tiling tiling, int axis, double[] scales) {
    this.scales = scales;
    this.step = tiling.dims().stream().skip(axis + 1L).reduce(1L, Math::multiplyExact);
    this.isSameInBlock = scales.length == 1 || tiling.tile().get(axis) == 1;
  }

  static OutputScales of(OnnxModel model, LayerBlocks blocks) throws IOException {
    Graph graph = blocks.layer().scope().graph(model);
    for (int folded : blocks.layer().folded()) {
      Node norm = graph.nodes().get(folded);
      if (norm.is("BatchNormalization")) {
        WeightPath.Place place =
            new WeightPath.Place(
                Weights.of(model), blocks.layer().scope(), graph, Wiring.of(graph));
        double[] scales = scales(norm, place);
        if (scales.length == blocks.tiling().dims().get(blocks.axis())) {
          return new OutputScales(blocks.tiling(), blocks.axis(), scales);
        }
      }
    }
    return new OutputScales(blocks.tiling(), blocks.axis(), new double[] {1});
  }

  private static double[] scales(Node norm, WeightPath.Place place) throws IOException {
    double[] scale = numbers(norm.inputs().get(1), place);
    double[] variance = numbers(norm.inputs().get(4), place);
    if (scale.length != variance.length) {
      return new double[0];
    }
    double epsilon =
        norm.attribute("epsilon")
            .filter(AttributeValue.OfFloat.class::isInstance)
            .map(value -> (double) ((AttributeValue.OfFloat) value).value())
            .orElse(USUAL_EPSILON);
    double[] scales = new double[scale.length];
    Arrays.setAll(scales, i -> Math.abs(scale[i]) / Math.sqrt(variance[i] + epsilon));
    return scales;
  }

  private static double[] numbers(String value, WeightPath.Place place) throws IOException {
    List<Tensor> given =
        WeightPath.to(value, place).stream().map(path -> path.weight().tensor()).toList();
    if (given.isEmpty()) {
      return new double[0];
    }
    double[] numbers = new double[Math.toIntExact(given.getFirst().elements())];
    given.getFirst().numbers().copyTo(numbers, 0);
    return numbers;
  }

  /** Whether all elements of a block are scaled alike. */
  boolean isSameInBlock() {
    return isSameInBlock;
  }

  /** The scale of the output that an element of the weight belongs to. */
  double at(long element) {
    return scales.length == 1 ? scales[0] : scales[(int) (element / step % scales.length)];
  }
}
