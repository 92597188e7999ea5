// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The gradients of libtorch's autograd. */
final class TorchContender implements Contender {
  private static final double EPSILON = 1e-5;

  private final Map<String, org.bytedeco.pytorch.Tensor> weights = new LinkedHashMap<>();
  private final Map<String, org.bytedeco.pytorch.Tensor> statistics = new LinkedHashMap<>();
  private final org.bytedeco.pytorch.Tensor images;
  private final org.bytedeco.pytorch.Tensor labels;
  private final boolean batchStatistics;

  TorchContender(Mode mode) throws Exception {
    batchStatistics = mode.batchStatistics();
    OnnxModel vgg = Vgg9.model();
    for (Tensor tensor : vgg.graph().initializers()) {
      statistics.put(tensor.name(), tensor(tensor));
    }
    for (Tensor weight : Vgg9.weights(vgg)) {
      weights.put(weight.name(), statistics.remove(weight.name()).set_requires_grad(true));
    }
    long[] dims = {Vgg9.BATCH, 3, 32, 32};
    images = org.bytedeco.pytorch.Tensor.create(Vgg9.images(Vgg9.BATCH)).reshape(dims);
    long[] classes = new long[Vgg9.BATCH];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = i % Vgg9.CLASSES;
    }
    labels = org.bytedeco.pytorch.Tensor.create(classes);
  }

  private static org.bytedeco.pytorch.Tensor tensor(Tensor tensor) throws Exception {
    float[] numbers = new float[(int) tensor.elements()];
    double[] doubles = new double[numbers.length];
    tensor.numbers().copyTo(doubles, 0);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) doubles[i];
    }
    long[] dims = tensor.dims().stream().mapToLong(Long::longValue).toArray();
    return org.bytedeco.pytorch.Tensor.create(numbers).reshape(dims);
  }

  /** How many threads all contenders of libtorch have from now on. */
  static void threads(int count) {
    torch.set_num_threads(count);
  }

  @Override
  public void step() {
    try (PointerScope step = new PointerScope()) {
      weights.values().forEach(weight -> weight.mutable_grad().reset());
      torch.cross_entropy_loss(logits(), labels).backward();
    }
  }

  private org.bytedeco.pytorch.Tensor logits() {
    Iterator<org.bytedeco.pytorch.Tensor> given = weights.values().iterator();
    Iterator<org.bytedeco.pytorch.Tensor> running = statistics.values().iterator();
    org.bytedeco.pytorch.Tensor value = images;
    for (int channels : Vgg9.LAYERS) {
      value =
          channels == 0 ? pool(value) : torch.relu(norm(conv(value, given.next()), given, running));
    }
    org.bytedeco.pytorch.Tensor flat = torch.flatten(value, 1, -1);
    return torch.linear(flat, given.next(), new TensorOptional(given.next()));
  }

  private static org.bytedeco.pytorch.Tensor pool(org.bytedeco.pytorch.Tensor value) {
    return torch.max_pool2d(value, 2, 2);
  }

  private static org.bytedeco.pytorch.Tensor conv(
      org.bytedeco.pytorch.Tensor value, org.bytedeco.pytorch.Tensor weight) {
    long[] ones = {1, 1};
    return torch.conv2d(value, weight, new TensorOptional(), ones, ones, ones, 1);
  }

  private org.bytedeco.pytorch.Tensor norm(
      org.bytedeco.pytorch.Tensor value,
      Iterator<org.bytedeco.pytorch.Tensor> given,
      Iterator<org.bytedeco.pytorch.Tensor> running) {
    return torch.batch_norm(
        value,
        new TensorOptional(given.next()),
        new TensorOptional(given.next()),
        new TensorOptional(running.next()),
        new TensorOptional(running.next()),
        batchStatistics,
        0.1,
        EPSILON,
        false);
  }

  /** The gradients by the names of the weights. */
  Map<String, float[]> gradients() {
    Map<String, float[]> gradients = new LinkedHashMap<>();
    weights.forEach((name, weight) -> {
      float[] numbers = new float[(int) weight.numel()];
      weight.grad().contiguous().data_ptr_float().get(numbers);
      gradients.put(name, numbers);
    });
    return gradients;
  }

  @Override
  public void close() {
    weights.values().forEach(org.bytedeco.pytorch.Tensor::close);
    statistics.values().forEach(org.bytedeco.pytorch.Tensor::close);
    images.close();
    labels.close();
  }
}
