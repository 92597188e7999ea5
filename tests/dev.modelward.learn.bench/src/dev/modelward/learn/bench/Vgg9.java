// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.List;

/** The network that is compared: eight convolutions with batch norms, and a layer of classes. */
final class Vgg9 {
  static final int BATCH = 64;
  static final int CLASSES = 10;
  static final List<Long> IMAGE = List.of(3L, 32L, 32L);

  /** The channels of each convolution; zero is a pool. */
  static final List<Integer> LAYERS = List.of(64, 0, 128, 0, 256, 256, 0, 512, 512, 0, 512, 512, 0);

  private Vgg9() {}

  static OnnxModel model() {
    Network network = Network.of(1, 3, 32, 32);
    for (int channels : LAYERS) {
      if (channels == 0) {
        network.maxPool(2);
      } else {
        network.conv(channels, 3).batchNorm().relu();
      }
    }
    return network.flatten().dense(CLASSES).model();
  }

  /** The weights whose gradients are wanted: all but the running statistics. */
  static List<Tensor> weights(OnnxModel model) {
    return model.graph().initializers().stream()
        .filter(tensor -> !tensor.name().endsWith(".mean"))
        .filter(tensor -> !tensor.name().endsWith(".variance"))
        .toList();
  }

  /** The value that is judged. */
  static String logits(OnnxModel model) {
    Node last = model.graph().nodes().getLast();
    return last.outputs().get(0);
  }

  /** The same model, but weights are given to each run, as in training. */
  static OnnxModel asking(OnnxModel model, List<Tensor> weights) {
    Graph graph = model.graph();
    List<String> names = weights.stream().map(Tensor::name).toList();
    GraphEdit edit = graph.edit();
    for (int i = 0; i < graph.initializers().size(); i++) {
      if (names.contains(graph.initializers().get(i).name())) {
        edit.removeInitializer(i);
      }
    }
    for (Tensor weight : weights) {
      long[] dims = weight.dims().stream().mapToLong(Long::longValue).toArray();
      edit.addInput(
          new Value(weight.name(), new ValueType.OfTensor(weight.type(), Shape.of(dims))));
    }
    return model.with(edit.apply());
  }

  static float[] images(int count) {
    SplitMix64 random = new SplitMix64(3);
    float[] images = new float[count * 3 * 32 * 32];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) random.normal();
    }
    return images;
  }
}
