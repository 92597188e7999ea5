// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.build;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Dimension;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** A network under construction: layer after layer, with random weights that a seed repeats. */
public final class Network {
  private static final long IR_VERSION = 8;
  private static final long OPSET = 17;
  private static final String INPUT = "x";
  private static final String OUTPUT = "y";

  private final GraphEdit edit;
  private final SplitMix64 random;
  private List<Long> dims;
  private String last = INPUT;
  private int layers;

  private Network(long seed, List<Long> dims) {
    this.edit = Graph.named("network").edit();
    this.random = new SplitMix64(seed);
    this.dims = List.copyOf(dims);
    edit.addInput(value(INPUT));
  }

  /** A network whose input has some sizes, beside any number of samples. */
  public static Network of(long seed, long... sizes) {
    return new Network(seed, LongStream.of(sizes).boxed().toList());
  }

  private long channels() {
    if (dims.size() != 3) {
      throw new IllegalArgumentException(
          "expected channels, height and width, found sizes " + dims);
    }
    return dims.getFirst();
  }

  /** A convolution that keeps the size of the image, with a square kernel of odd size. */
  public Network conv(long channels, long kernel) {
    return conv(channels, kernel, 1);
  }

  /** A convolution that makes the image smaller by a stride, with a square kernel of odd size. */
  public Network conv(long channels, long kernel, long stride) {
    String name = name("conv");
    List<Long> shape = List.of(channels, channels(), kernel, kernel);
    if (kernel % 2 == 0) {
      throw new IllegalArgumentException("expected a kernel of odd size, found " + kernel);
    }
    long room = kernel / 2;
    Node conv =
        Node.of("Conv", List.of(last, weight(name, shape)), List.of(name))
            .with(Attribute.ofInts("kernel_shape", List.of(kernel, kernel)))
            .with(Attribute.ofInts("strides", List.of(stride, stride)))
            .with(Attribute.ofInts("pads", List.of(room, room, room, room)));
    long height = (dims.get(1) - 1) / stride + 1;
    long width = (dims.get(2) - 1) / stride + 1;
    return add(conv, List.of(channels, height, width));
  }

  /** A batch norm that starts by changing nothing. */
  public Network batchNorm() {
    String name = name("norm");
    long channels = dims.get(0);
    List<String> inputs =
        List.of(
            last,
            filled(name + ".scale", channels, 1),
            filled(name + ".bias", channels, 0),
            filled(name + ".mean", channels, 0),
            filled(name + ".variance", channels, 1));
    return add(Node.of("BatchNormalization", inputs, List.of(name)), dims);
  }

  /** A rectifier. */
  public Network relu() {
    return add(Node.of("Relu", List.of(last), List.of(name("relu"))), dims);
  }

  /** The largest of each square of a size. */
  public Network maxPool(long size) {
    long channels = channels();
    if (size > Math.min(dims.get(1), dims.get(2))) {
      throw new IllegalArgumentException(
          "expected a size within %s, found %d".formatted(dims, size));
    }
    Node pool =
        Node.of("MaxPool", List.of(last), List.of(name("pool")))
            .with(Attribute.ofInts("kernel_shape", List.of(size, size)))
            .with(Attribute.ofInts("strides", List.of(size, size)));
    return add(pool, List.of(channels, dims.get(1) / size, dims.get(2) / size));
  }

  /** The mean of each channel. */
  public Network globalAveragePool() {
    Node pool = Node.of("GlobalAveragePool", List.of(last), List.of(name("pool")));
    return add(pool, List.of(channels(), 1L, 1L)).flatten();
  }

  /** All numbers of a sample in a row. */
  public Network flatten() {
    long all = dims.stream().reduce(1L, Math::multiplyExact);
    return add(Node.of("Flatten", List.of(last), List.of(name("flat"))), List.of(all));
  }

  /** A layer in which every output sees every input. */
  public Network dense(long outputs) {
    if (dims.size() != 1) {
      throw new IllegalArgumentException("expected numbers in a row, found sizes " + dims);
    }
    String name = name("dense");
    Node gemm =
        Node.of(
                "Gemm",
                List.of(
                    last,
                    weight(name, List.of(outputs, dims.get(0))),
                    filled(name + ".bias", outputs, 0)),
                List.of(name))
            .with(Attribute.of("transB", 1));
    return add(gemm, List.of(outputs));
  }

  /** Layers whose result is added to what went in; a convolution adapts it where sizes differ. */
  public Network residual(UnaryOperator<Network> body) {
    String before = last;
    List<Long> sizes = dims;
    body.apply(this);
    String after = last;
    List<Long> made = dims;
    if (!sizes.equals(made)) {
      last = before;
      dims = sizes;
      adapt(made);
      before = last;
    }
    return add(Node.of("Add", List.of(before, after), List.of(name("sum"))), made);
  }

  private void adapt(List<Long> made) {
    long stride = 1;
    while (dims.size() == 3 && made.size() == 3 && (dims.get(1) - 1) / stride + 1 > made.get(1)) {
      stride++;
    }
    List<Long> sizes = dims;
    conv(made.getFirst(), 1, stride);
    if (!dims.equals(made)) {
      throw new IllegalArgumentException(
          "expected layers whose result can be added to %s, found %s".formatted(sizes, made));
    }
  }

  /** The finished model, whose output is that of the last layer. */
  public OnnxModel model() {
    edit.add(Node.of("Identity", List.of(last), List.of(OUTPUT)));
    edit.addOutput(value(OUTPUT));
    return OnnxModel.of(IR_VERSION, List.of(new Opset("", OPSET)), edit.apply());
  }

  private Network add(Node node, List<Long> sizes) {
    edit.add(node.named(node.outputs().get(0)));
    last = node.outputs().get(0);
    dims = sizes;
    return this;
  }

  private String name(String kind) {
    return kind + layers++;
  }

  private Value value(String name) {
    List<Dimension> sizes = new ArrayList<>(List.of(new Dimension.Named("n")));
    dims.forEach(size -> sizes.add(new Dimension.Fixed(size)));
    return new Value(name, new ValueType.OfTensor(ElementType.FLOAT32, new Shape.Ranked(sizes)));
  }

  /** He's initialization: a variance of two over the number of inputs. */
  private String weight(String layer, List<Long> shape) {
    long inputs = shape.stream().skip(1).reduce(1L, Math::multiplyExact);
    float[] values = new float[Math.toIntExact(shape.get(0) * inputs)];
    double deviation = StrictMath.sqrt(2.0 / inputs);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.normal());
    }
    return given(Tensor.ofFloats(layer + ".weight", shape, values));
  }

  private String filled(String name, long count, float value) {
    float[] values = new float[Math.toIntExact(count)];
    Arrays.fill(values, value);
    return given(Tensor.ofFloats(name, List.of(count), values));
  }

  private String given(Tensor tensor) {
    edit.add(tensor);
    return tensor.name();
  }
}
