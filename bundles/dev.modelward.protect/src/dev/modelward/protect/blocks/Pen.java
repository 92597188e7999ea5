// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.tensor.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Writes numbers that a layer is to compute with as the numbers that its weight stores. */
public final class Pen {
  private static final Set<ElementType> WRITABLE =
      EnumSet.of(
          ElementType.FLOAT32,
          ElementType.FLOAT64,
          ElementType.FLOAT16,
          ElementType.BFLOAT16,
          ElementType.INT8,
          ElementType.UINT8,
          ElementType.INT4,
          ElementType.UINT4);

  private static final float MOST_FLOAT16 = 65504;
  private static final float MOST_BFLOAT16 = 0x1.fep127f;

  private final ElementType type;
  private final Optional<Grid> grid;

  private Pen(ElementType type, Optional<Grid> grid) {
    this.type = type;
    this.grid = grid;
  }

  /** A pen for the weight of some blocks. */
  public static Pen of(LayerBlocks blocks) throws IOException {
    ElementType type = blocks.weight().tensor().type();
    if (blocks.scaling() instanceof Scaling.Quantized quantized) {
      return new Pen(type, Optional.of(Grid.of(quantized, blocks.tiling().dims())));
    }
    return new Pen(type, Optional.empty());
  }

  static boolean writes(ElementType type) {
    return WRITABLE.contains(type);
  }

  /** By how much a value grows when the number stored for an element grows by 1. */
  public double step(long element) {
    return grid.isPresent() ? grid.get().step(element) : 1;
  }

  /** The number to store for a value in an element's place, not rounded yet. */
  public double stored(long element, double value) {
    return grid.isPresent() ? grid.get().stored(element, value) : value;
  }

  /** Writes one value into a weight's little-endian bytes. */
  public void write(ByteBuffer numbers, long element, double value) {
    put(numbers, element, stored(element, value));
  }

  /** Stores the number of an element's type that is nearest to a number. */
  public void put(ByteBuffer numbers, long element, double stored) {
    int at = Math.toIntExact(element);
    switch (type) {
      case FLOAT32 -> numbers.putFloat(at * Float.BYTES, within(stored, Float.MAX_VALUE));
      case FLOAT64 -> numbers.putDouble(at * Double.BYTES, stored);
      case FLOAT16 ->
          numbers.putShort(at * Short.BYTES, Float.floatToFloat16(within(stored, MOST_FLOAT16)));
      case BFLOAT16 -> numbers.putShort(at * Short.BYTES, bfloat16(within(stored, MOST_BFLOAT16)));
      case INT8 -> numbers.put(at, (byte) whole(stored, Byte.MIN_VALUE, Byte.MAX_VALUE));
      case UINT8 -> numbers.put(at, (byte) whole(stored, 0, 0xff));
      case INT4 -> half(numbers, at, whole(stored, -8, 7));
      case UINT4 -> half(numbers, at, whole(stored, 0, 15));
      default -> throw new IllegalArgumentException("expected " + WRITABLE + ", found " + type);
    }
  }

  /** What is too large for its type becomes its largest number, but infinity stays infinity. */
  private static float within(double value, float most) {
    return (float) (Double.isFinite(value) ? Math.clamp(value, -most, most) : value);
  }

  private static int whole(double value, int least, int most) {
    return (int) Math.clamp(Math.rint(value), least, most);
  }

  /** The nearest of these numbers, of two equally near ones the even. */
  private static short bfloat16(float value) {
    int bits = Float.floatToIntBits(value);
    // the carry would make something else of NaN
    int carry = Float.isNaN(value) ? 0 : 0x7fff + (bits >>> 16 & 1);
    return (short) (bits + carry >>> 16);
  }

  private static void half(ByteBuffer numbers, int element, int value) {
    int shift = element % 2 * 4;
    int kept = numbers.get(element / 2) & ~(0xf << shift);
    numbers.put(element / 2, (byte) (kept | (value & 0xf) << shift));
  }
}
