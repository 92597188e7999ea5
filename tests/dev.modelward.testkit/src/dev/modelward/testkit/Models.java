// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.ExternalDataFile;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Small models that ONNX Runtime can run, one for each thing that a model may contain. */
public final class Models {
  private Models() {}

  /** Two fully connected layers: 4 inputs, 8 hidden units, 3 outputs; 67 parameters. */
  public static OnnxModel twoLayerMlp() {
    Dice dice = new Dice(1);
    return new Draft("twoLayerMlp")
        .input("x", 1, 4)
        .tensor(dice.floats("w1", 0.5f, 4, 8))
        .tensor(dice.floats("b1", 0.5f, 8))
        .tensor(dice.floats("w2", 0.5f, 8, 3))
        .tensor(dice.floats("b2", 0.5f, 3))
        .node("Gemm x w1 b1 -> h")
        .node("Relu h -> r")
        .node("Gemm r w2 b2 -> y")
        .output("y", 1, 3)
        .model();
  }

  /** Two convolutions, each with batch norm and ReLU, then pooling and a fully connected layer. */
  public static OnnxModel smallCnn() {
    Draft draft = new Draft("smallCnn").input("x", 1, 3, 8, 8);
    convolution(draft, new Dice(2), "x", "c1", 3, 4);
    convolution(draft, new Dice(3), "c1", "c2", 4, 6);
    return draft
        .tensor(new Dice(4).floats("fc.w", 0.5f, 5, 6))
        .tensor(new Dice(5).floats("fc.b", 0.5f, 5))
        .node("GlobalAveragePool c2 -> pool")
        .node("Flatten pool -> flat")
        .node("Gemm flat fc.w fc.b -> y", Attribute.of("transB", 1))
        .output("y", 1, 5)
        .model();
  }

  private static void convolution(
      Draft draft, Dice dice, String from, String to, long... channels) {
    long in = channels[0];
    long out = channels[1];
    draft
        .tensor(dice.floats(to + ".w", 0.5f, out, in, 3, 3))
        .tensor(dice.floats(to + ".b", 0.5f, out))
        .tensor(dice.positive(to + ".scale", out))
        .tensor(dice.floats(to + ".shift", 0.5f, out))
        .tensor(dice.floats(to + ".mean", 0.5f, out))
        .tensor(dice.positive(to + ".var", out))
        .node(
            "Conv %s %s.w %s.b -> %s.conv".formatted(from, to, to, to),
            Attribute.ofInts("kernel_shape", List.of(3L, 3L)),
            Attribute.ofInts("pads", List.of(1L, 1L, 1L, 1L)))
        .node(
            "BatchNormalization %s.conv %s.scale %s.shift %s.mean %s.var -> %s.bn"
                .formatted(to, to, to, to, to, to),
            Attribute.of("epsilon", 1e-5f))
        .node("Relu %s.bn -> %s".formatted(to, to));
  }

  /** A convolution of 8-bit weights with a scale for each channel, between (de)quantizations. */
  public static OnnxModel quantizedConv() {
    Dice dice = new Dice(6);
    return new Draft("quantizedConv")
        .input("x", 1, 2, 5, 5)
        .tensor(Tensor.ofFloats("x.scale", List.of(), 0.02f))
        .tensor(dice.bits("w.q", ElementType.INT8, 3, 2, 3, 3))
        .tensor(dice.positive("w.scale", 3))
        .tensor(dice.bits("b.q", ElementType.INT32, 3))
        .tensor(Tensor.ofFloats("b.scale", List.of(), 1e-9f))
        .node("QuantizeLinear x x.scale -> x.q")
        .node("DequantizeLinear x.q x.scale -> x.d")
        .node("DequantizeLinear w.q w.scale -> w", Attribute.of("axis", 0))
        .node("DequantizeLinear b.q b.scale -> b")
        .node("Conv x.d w b -> y")
        .output("y", 1, 3, 3, 3)
        .model();
  }

  /** Two layers that read the same weights. */
  public static OnnxModel sharedInitializer() {
    return new Draft("sharedInitializer")
        .input("x", 1, 4)
        .tensor(new Dice(7).floats("w", 0.5f, 4, 4))
        .node("MatMul x w -> a")
        .node("Tanh a -> b")
        .node("MatMul b w -> y")
        .output("y", 1, 4)
        .model();
  }

  /** A branch: one side has weights of its own, the other takes them from outside. */
  public static OnnxModel withSubgraph() {
    Dice dice = new Dice(8);
    Draft positive =
        new Draft("positive")
            .tensor(dice.floats("inner", 0.5f, 4, 3))
            .node("MatMul x inner -> p")
            .output("p", 1, 3);
    Draft negative = new Draft("negative").node("MatMul x outer -> n").output("n", 1, 3);
    return new Draft("withSubgraph")
        .input("x", 1, 4)
        .tensor(dice.floats("outer", 0.5f, 4, 3))
        .tensor(Tensor.ofFloats("zero", List.of(), 0))
        .node("ReduceSum x -> sum", Attribute.of("keepdims", 0))
        .node("Greater sum zero -> condition")
        .node(
            "If condition -> y",
            Attribute.of("then_branch", positive.graph()),
            Attribute.of("else_branch", negative.graph()))
        .output("y", 1, 3)
        .model();
  }

  /** A loop of three rounds, each of which multiplies by the same weights. */
  public static OnnxModel withLoop() {
    Draft body =
        new Draft("body")
            .input("round", ElementType.INT64)
            .input("go", ElementType.BOOL)
            .input("before", 1, 4)
            .tensor(new Dice(9).floats("step", 0.5f, 4, 4))
            .node("Identity go -> on")
            .node("MatMul before step -> after")
            .output("on", ElementType.BOOL)
            .output("after", 1, 4);
    return new Draft("withLoop")
        .input("x", 1, 4)
        .tensor(Tensor.ofLongs("rounds", List.of(), 3))
        .node("Loop rounds - x -> y", Attribute.of("body", body.graph()))
        .output("y", 1, 4)
        .model();
  }

  /** A call of a function that the model defines itself. */
  public static OnnxModel withFunction() {
    Draft inner = new Draft("").node("MatMul a b -> m").node("Relu m -> c");
    Message function =
        new Message().text(1, "Dense").text(4, "a").text(4, "b").text(5, "c").text(10, "own");
    inner.graph().nodes().forEach(node -> function.bytes(7, node.message()));
    function.message(9, new Message().integer(2, 21));
    Message call =
        new Message().text(1, "x").text(1, "w").text(2, "y").text(4, "Dense").text(7, "own");
    return new Draft("withFunction")
        .input("x", 1, 4)
        .tensor(new Dice(10).floats("w", 0.5f, 4, 2))
        .output("y", 1, 2)
        .modelWith(
            new Message().message(1, call),
            new Message()
                .message(8, new Message().text(1, "own").integer(2, 1))
                .message(25, function));
  }

  /** Weights in {@code Constant} nodes. */
  public static OnnxModel constantWeights() {
    Dice dice = new Dice(11);
    return new Draft("constantWeights")
        .input("x", 1, 4)
        .node("Constant -> w", Attribute.of("value", dice.floats("", 0.5f, 4, 3)))
        .node("Constant -> b", Attribute.of("value", dice.floats("", 0.5f, 3)))
        .node("Gemm x w b -> y")
        .output("y", 1, 3)
        .model();
  }

  /** Nodes that stand in the file before those they read from. */
  public static OnnxModel unsorted() {
    return new Draft("unsorted")
        .input("x", 1, 4)
        .tensor(new Dice(12).floats("w", 0.5f, 4, 4))
        .node("Tanh b -> y")
        .node("MatMul a w -> b")
        .node("Relu x -> a")
        .output("y", 1, 4)
        .model();
  }

  /** Nine weights of which three are not zero. */
  public static OnnxModel sparse() {
    Tensor values = Tensor.ofFloats("w", List.of(3L), 1.5f, -2, 0.25f);
    Tensor indices = Tensor.ofLongs("", List.of(3L), 0, 4, 5);
    return new Draft("sparse")
        .input("x", 1, 3)
        .node("MatMul x w -> y")
        .output("y", 1, 3)
        .modelWith(
            new Message()
                .message(
                    15,
                    new Message()
                        .bytes(1, values.message())
                        .bytes(2, indices.message())
                        .packed(3, 3, 3)),
            new Message());
  }

  /** An initializer of five elements for every element type. */
  public static OnnxModel everyElementType() {
    Draft draft = new Draft("everyElementType").input("x", 1).node("Identity x -> y");
    Dice dice = new Dice(13);
    Message texts = new Message().packed(1, 5).integer(2, ElementType.STRING.code());
    texts.text(8, ElementType.STRING.toString());
    for (ElementType type : ElementType.values()) {
      if (type == ElementType.STRING) {
        List.of("one", "", "drei", "cuatro", "\u4e94").forEach(text -> texts.text(6, text));
      } else {
        draft.tensor(dice.bits(type.toString(), type, 5));
      }
    }
    return draft.output("y", 1).modelWith(new Message().message(5, texts), new Message());
  }

  /** Writes the two-layer network with its weights in {@code weights.bin} into a folder. */
  public static Path externalData(Path folder) throws IOException {
    OnnxModel model = twoLayerMlp();
    List<Tensor> tensors = model.graph().initializers();
    List<Tensor> placed = new ExternalDataFile(folder, "weights.bin").write(tensors);
    var edit = model.graph().edit();
    for (int i = 0; i < placed.size(); i++) {
      edit.replaceInitializer(i, placed.get(i));
    }
    Path file = folder.resolve("external.onnx");
    model.with(edit.apply()).write(file);
    return file;
  }
}
