// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;

/** A model that ONNX Runtime runs and of which something can be sealed. */
enum Specimen {
  FLOAT32(Models::smallCnn),
  FLOAT16(() -> stored(ElementType.FLOAT16)),
  BFLOAT16(() -> stored(ElementType.BFLOAT16)),
  DOUBLE(Specimen::doubles),
  INT8_QDQ(Models::quantizedConv),
  UINT8_QDQ(Specimen::unsigned),
  SHARED_INITIALIZER(Models::sharedInitializer),
  ONE_BY_ONE(() -> convolution("Conv", 1, 16, 8, 1, 1)),
  DEPTHWISE(() -> convolution("Conv", 8, 8, 1, 3, 3)),
  GROUPED(() -> convolution("Conv", 2, 16, 4, 3, 3)),
  TRANSPOSED_CONVOLUTION(() -> convolution("ConvTranspose", 1, 8, 12, 3, 3)),
  GEMM_TRANS_B(Specimen::rows),
  TRANSFORMER(Specimen::transformer),
  CONSTANTS(Models::constantWeights),
  EMBEDDING(Specimen::embedding),
  RECURRENT(Specimen::recurrent),
  SUBGRAPH(Models::withSubgraph),
  UNSORTED(Models::unsorted),
  INITIALIZERS_THAT_ARE_INPUTS(Specimen::overridable);

  private final Supplier<OnnxModel> model;

  Specimen(Supplier<OnnxModel> model) {
    this.model = model;
  }

  OnnxModel model() {
    return model.get();
  }

  private static OnnxModel convolution(String operator, long group, long... dims) {
    return new Draft("convolution")
        .input("x", 1, 8, 9, 9)
        .tensor(new Dice(1).floats("w", 0.5f, dims))
        .node(operator + " x w -> y", Attribute.of("group", group))
        .output("y", 1)
        .model();
  }

  private static OnnxModel rows() {
    return new Draft("rows")
        .input("x", 1, 32)
        .tensor(new Dice(1).floats("w", 0.5f, 40, 32))
        .node("Gemm x w -> y", Attribute.of("transB", 1))
        .output("y", 1, 40)
        .model();
  }

  /** Weights of half the bits, which are made floats on their way. */
  private static OnnxModel stored(ElementType type) {
    return new Draft("stored")
        .input("x", 1, 4, 8, 8)
        .tensor(halves("w", type, 16, 4, 3, 3))
        .node("Cast w -> v", Attribute.of("to", 1))
        .node("Conv x v -> y")
        .output("y", 1)
        .model();
  }

  private static Tensor halves(String name, ElementType type, long... dims) {
    float[] floats = numbers(new Dice(1).floats(name, 0.5f, dims));
    ByteBuffer raw =
        ByteBuffer.allocate(Short.BYTES * floats.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float each : floats) {
      raw.putShort(
          type == ElementType.FLOAT16
              ? Float.floatToFloat16(each)
              : (short) (Float.floatToIntBits(each) >>> 16));
    }
    return Tensor.of(
        name, type, List.of(dims[0], dims[1], dims[2], dims[3]), Bytes.wrap(raw.flip()));
  }

  private static float[] numbers(Tensor tensor) {
    try {
      float[] floats = new float[(int) tensor.elements()];
      tensor.raw().buffer().asFloatBuffer().get(floats);
      return floats;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OnnxModel doubles() {
    ByteBuffer raw = ByteBuffer.allocate(Double.BYTES * 16 * 12).order(ByteOrder.LITTLE_ENDIAN);
    for (float each : numbers(new Dice(1).floats("w", 0.5f, 16, 12))) {
      raw.putDouble(each / 3.0);
    }
    return new Draft("doubles")
        .input("x", ElementType.FLOAT64, 1, 16)
        .tensor(Tensor.of("w", ElementType.FLOAT64, List.of(16L, 12L), Bytes.wrap(raw.flip())))
        .node("MatMul x w -> y")
        .output("y", ElementType.FLOAT64, 1, 12)
        .model();
  }

  private static OnnxModel unsigned() {
    Dice dice = new Dice(3);
    return new Draft("unsigned")
        .input("x", 1, 16)
        .tensor(dice.bits("w", ElementType.UINT8, 16, 24))
        .tensor(dice.positive("s", 24))
        .tensor(dice.bits("z", ElementType.UINT8, 24))
        .node("DequantizeLinear w s z -> d", Attribute.of("axis", 1))
        .node("MatMul x d -> y")
        .output("y", 1, 24)
        .model();
  }

  private static OnnxModel transformer() {
    Draft draft = new Draft("transformer").input("x", 1, 5, 16);
    Dice dice = new Dice(2);
    for (String each : List.of("q", "k", "v")) {
      Attribute order =
          Attribute.ofInts(
              "perm", List.of(0L, 2L, each.equals("k") ? 3L : 1L, each.equals("k") ? 1L : 3L));
      draft
          .tensor(dice.floats("w" + each, 0.5f, 16, 16))
          .tensor(Tensor.ofLongs("s" + each, List.of(4L), 0, -1, 4, 4))
          .node("MatMul x w%s -> p%s".formatted(each, each))
          .node("Reshape p%s s%s -> h%s".formatted(each, each, each))
          .node("Transpose h%s -> %s".formatted(each, each), order);
    }
    return draft
        .tensor(Tensor.ofLongs("flat", List.of(3L), 0, -1, 16))
        .tensor(dice.floats("wo", 0.5f, 16, 16))
        .tensor(dice.floats("w1", 0.5f, 16, 32))
        .node("MatMul q k -> scores")
        .node("Softmax scores -> weights")
        .node("MatMul weights v -> mixed")
        .node("Transpose mixed -> back", Attribute.ofInts("perm", List.of(0L, 2L, 1L, 3L)))
        .node("Reshape back flat -> joined")
        .node("MatMul joined wo -> o")
        .node("Add o x -> r")
        .node("MatMul r w1 -> m")
        .node("Gelu m -> y")
        .output("y", 1)
        .model();
  }

  private static OnnxModel embedding() {
    return new Draft("embedding")
        .input("x", 1, 6)
        .tensor(new Dice(1).floats("w", 0.5f, 20, 8))
        .node("Cast x -> i", Attribute.of("to", 7))
        .node("Gather w i -> y")
        .output("y", 1)
        .model();
  }

  private static OnnxModel recurrent() {
    return new Draft("recurrent")
        .input("x", 5, 1, 3)
        .tensor(new Dice(1).floats("w", 1, 1, 16, 3))
        .tensor(new Dice(2).floats("r", 1, 1, 16, 4))
        .node("LSTM x w r -> y", Attribute.of("hidden_size", 4))
        .output("y", 5)
        .model();
  }

  private static OnnxModel overridable() {
    return new Draft("overridable")
        .input("x", 1, 16)
        .input("w", 16, 24)
        .tensor(new Dice(1).floats("w", 0.5f, 16, 24))
        .node("MatMul x w -> y")
        .output("y", 1, 24)
        .model();
  }
}
