// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.graph.WeightPath;
import dev.modelward.onnx.graph.Weights;
import dev.modelward.onnx.graph.Wiring;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Tiling;
import dev.modelward.protect.blocks.Values;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Sums up the absolute weights of blocks, as a batch norm behind the layer scales them. */
record Weighing(OnnxModel model, LayerBlocks blocks) {

  double[] weigh() throws IOException {
    double[] sums = new double[Math.toIntExact(blocks.count())];
    double[] scales = scales();
    Values values = Values.of(blocks);
    Tiling tiling = blocks.tiling();
    long stride = 1;
    for (int i = blocks.axis() + 1; i < tiling.dims().size(); i++) {
      stride *= tiling.dims().get(i);
    }
    long step = stride;
    long outputs = tiling.dims().get(blocks.axis());
    tiling.visit((element, block, tap, count) -> {
      double sum = 0;
      for (long i = element; i < element + count; i++) {
        double scale = scales.length == 1 ? scales[0] : scales[(int) (i / step % outputs)];
        sum += Math.abs(values.at(i)) * scale;
      }
      sums[(int) block] += sum;
    });
    return sums;
  }

  /** By how much each output is scaled; one number where all are scaled alike. */
  private double[] scales() throws IOException {
    double[] alike = {1};
    for (int folded : blocks.layer().folded()) {
      Node node = blocks.layer().scope().graph(model).nodes().get(folded);
      if (node.is("BatchNormalization")) {
        double[] scale = numbers(node, 1);
        double[] variance = numbers(node, 4);
        boolean fits = scale.length == blocks.tiling().dims().get(blocks.axis());
        return fits && variance.length == scale.length ? scales(node, scale, variance) : alike;
      }
    }
    return alike;
  }

  private static double[] scales(Node norm, double[] scale, double[] variance) {
    double epsilon =
        norm.attribute("epsilon")
            .map(value ->
                value instanceof dev.modelward.onnx.AttributeValue.OfFloat given
                    ? given.value()
                    : 1e-5)
            .map(Number::doubleValue)
            .orElse(1e-5);
    double[] scales = new double[scale.length];
    Arrays.setAll(scales, i -> Math.abs(scale[i]) / Math.sqrt(variance[i] + epsilon));
    return scales;
  }

  private double[] numbers(Node node, int input) throws IOException {
    WeightPath.Place place =
        new WeightPath.Place(
            Weights.of(model),
            blocks.layer().scope(),
            blocks.layer().scope().graph(model),
            Wiring.of(blocks.layer().scope().graph(model)));
    Optional<Weight> given = WeightPath.to(node.inputs().get(input), place).map(WeightPath::weight);
    if (given.isEmpty()) {
      return new double[0];
    }
    double[] numbers = new double[Math.toIntExact(given.get().tensor().elements())];
    given.get().tensor().numbers().copyTo(numbers, 0);
    return numbers;
  }
}
