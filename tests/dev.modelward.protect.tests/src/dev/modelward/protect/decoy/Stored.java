// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.testkit.Draft;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A layer whose weight stores numbers of some type, and what becomes of them. */
record Stored(LayerBlocks layer) {

  /** A convolution of numbers that are stored as they are. */
  static Stored of(ElementType type, Crowd kernels, int inputs) throws IOException {
    Tensor weight = weight(type, kernels, inputs);
    return new Stored(
        only(new Draft("stored").input("x", 1, 1, 9, 9).tensor(weight).node("Conv x w -> y")));
  }

  /** A convolution of integers with a scale for each output, or one for all. */
  static Stored quantized(ElementType type, Crowd kernels, int inputs, float... scales)
      throws IOException {
    Tensor weight = weight(type, kernels, inputs);
    List<Long> dims = scales.length == 1 ? List.of() : List.of((long) scales.length);
    byte[] zeros = new byte[scales.length];
    Arrays.fill(zeros, (byte) middle(type));
    return new Stored(
        only(
            new Draft("quantized")
                .input("x", 1, 1, 9, 9)
                .tensor(weight)
                .tensor(Tensor.ofFloats("s", dims, scales))
                .tensor(Tensor.of("z", type, dims, Bytes.of(zeros)))
                .node("DequantizeLinear w s z -> d", Attribute.of("axis", 0))
                .node("Conv x d -> y")));
  }

  private static LayerBlocks only(Draft draft) throws IOException {
    return Blocks.of(draft.output("y", 1).model()).layers().getFirst();
  }

  private static int middle(ElementType type) {
    return type == ElementType.UINT8 ? 128 : 0;
  }

  private static Tensor weight(ElementType type, Crowd kernels, int inputs) {
    int taps = kernels.taps();
    List<float[]> rows = kernels.rows();
    ByteBuffer raw =
        ByteBuffer.allocate(Math.toIntExact(type.bytes((long) rows.size() * taps)))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : rows) {
      for (float number : row) {
        put(raw, type, number);
      }
    }
    List<Long> dims = List.of((long) rows.size() / inputs, (long) inputs, 1L, (long) taps);
    return Tensor.of("w", type, dims, Bytes.wrap(raw.flip()));
  }

  private static void put(ByteBuffer raw, ElementType type, float number) {
    switch (type) {
      case FLOAT32 -> raw.putFloat(number);
      case FLOAT64 -> raw.putDouble(number * Math.PI);
      case FLOAT16 -> raw.putShort(Float.floatToFloat16(number));
      case BFLOAT16 -> raw.putShort((short) (Float.floatToIntBits(number) >>> 16));
      case INT8, UINT8 -> raw.put((byte) (Math.round(number) + middle(type)));
      default -> throw new IllegalArgumentException(type.toString());
    }
  }

  /** The weight with decoys in some blocks. */
  Tensor concealed(Decoy kind, RandomGenerator bits, long... sealed) throws IOException {
    Tensor weight = layer.weight().tensor();
    ByteBuffer numbers = ByteBuffer.wrap(weight.raw().toArray()).order(ByteOrder.LITTLE_ENDIAN);
    Concealment concealment =
        Concealment.of(
            kind, layer, block -> Arrays.stream(sealed).anyMatch(chosen -> chosen == block));
    for (long block : sealed) {
      concealment.write(numbers, block, bits);
    }
    return weight.withRaw(Bytes.wrap(numbers));
  }

  /** The stored numbers of a block of a weight of the layer's sizes. */
  double[] block(Tensor weight, long block) throws IOException {
    long[] elements = layer.tiling().elements(block);
    double[] numbers = new double[elements.length];
    for (int tap = 0; tap < numbers.length; tap++) {
      numbers[tap] = weight.numbers().at(elements[tap]);
    }
    return numbers;
  }
}
