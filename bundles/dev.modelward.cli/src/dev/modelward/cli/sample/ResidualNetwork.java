// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.sample;

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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A residual network that nobody has trained, for colour pictures of 32 by 32 pixels and ten
 * classes.
 *
 * @see <a href="https://arxiv.org/abs/1512.03385">He, Zhang, Ren, Sun: Deep Residual Learning for
 *     Image Recognition, section 4.2</a>
 */
public final class ResidualNetwork {
  /** The layers from input to output of the usual sample. */
  public static final int USUAL_DEPTH = 14;

  private static final int IR_VERSION = 7;
  private static final int OPSET = 13;
  private static final long SEED = 2026;
  private static final int STAGES = 3;
  private static final int FIRST_WIDTH = 16;
  private static final int COLOURS = 3;
  private static final int PIXELS = 32;
  private static final int CLASSES = 10;

  private final GraphEdit graph = Graph.named("residual").edit();
  private final RandomWeights weights = new RandomWeights(SEED);

  private ResidualNetwork() {}

  /** A network of an even number of layers from input to output, at least 4. */
  public static OnnxModel ofDepth(int depth) {
    if (depth < 4 || depth % 2 != 0) {
      throw new IllegalArgumentException("expected an even depth of at least 4, found " + depth);
    }
    Graph graph = new ResidualNetwork().build((depth - 2) / 2);
    return OnnxModel.of(IR_VERSION, List.of(new Opset("", OPSET)), graph);
  }

  private Graph build(int blocks) {
    graph.addInput(new Value("image", pictures(COLOURS, PIXELS, PIXELS)));
    String value = normalized(new Convolution("stem", COLOURS, FIRST_WIDTH, 3, 1), "image");
    value = node("Relu", "stem.relu", value);
    int width = FIRST_WIDTH;
    for (int block = 0; block < blocks; block++) {
      int wider = FIRST_WIDTH << block * STAGES / blocks;
      value = block(new Convolution("block" + (block + 1), width, wider, 3, wider / width), value);
      width = wider;
    }
    classifier(value, width);
    graph.addOutput(new Value("logits", pictures(CLASSES)));
    return graph.apply();
  }

  private static ValueType pictures(int... sizes) {
    Stream<Dimension> each = Arrays.stream(sizes).mapToObj(Dimension.Fixed::new);
    List<Dimension> dims = Stream.concat(Stream.of(new Dimension.Named("N")), each).toList();
    return new ValueType.OfTensor(ElementType.FLOAT32, new Shape.Ranked(dims));
  }

  /** Two convolutions, and a way around them. */
  private String block(Convolution first, String value) {
    String name = first.name();
    int width = first.to();
    String left =
        normalized(new Convolution(name + ".1", first.from(), width, 3, first.stride()), value);
    left = node("Relu", name + ".1.relu", left);
    left = normalized(new Convolution(name + ".2", width, width, 3, 1), left);
    String around =
        first.stride() == 1
            ? value
            : normalized(
                new Convolution(name + ".around", first.from(), width, 1, first.stride()), value);
    String sum = node("Add", name + ".add", left, around);
    return node("Relu", name + ".relu", sum);
  }

  /** A convolution and the batch norm behind it. */
  private String normalized(Convolution plan, String value) {
    Tensor kernel = weights.he(plan.name() + ".conv.weight", plan.dims(), plan.fanIn());
    graph.add(kernel);
    String conv = plan.name() + ".conv";
    graph.add(
        Node.of("Conv", List.of(value, kernel.name()), List.of(conv))
            .named(conv)
            .with(Attribute.ofInts("kernel_shape", plan.kernelShape()))
            .with(Attribute.ofInts("strides", plan.strides()))
            .with(Attribute.ofInts("pads", plan.pads())));
    String norm = plan.name() + ".norm";
    return node(
        "BatchNormalization",
        norm,
        conv,
        near(1, norm + ".scale", plan.to()),
        near(0, norm + ".bias", plan.to()),
        near(0, norm + ".mean", plan.to()),
        near(1, norm + ".variance", plan.to()));
  }

  private String near(double centre, String name, int channels) {
    graph.add(weights.near(centre, name, channels));
    return name;
  }

  private void classifier(String value, int width) {
    String pooled = node("GlobalAveragePool", "pool", value);
    String flat = node("Flatten", "flatten", pooled);
    graph.add(weights.he("classifier.weight", List.of((long) CLASSES, (long) width), width));
    near(0, "classifier.bias", CLASSES);
    graph.add(
        Node.of("Gemm", List.of(flat, "classifier.weight", "classifier.bias"), List.of("logits"))
            .named("classifier")
            .with(Attribute.of("transB", 1L)));
  }

  private String node(String operator, String name, String... inputs) {
    graph.add(Node.of(operator, List.of(inputs), List.of(name)).named(name));
    return name;
  }
}
