// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import dev.modelward.onnx.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The score of each block of a layer, in memory or where a file is mapped; only a file that was
 * tampered with has one that is no number.
 */
public final class Scores {
  private final Bytes bytes;
  private final FloatBuffer floats;

  private Scores(Bytes bytes) {
    this.bytes = bytes;
    this.floats = bytes.buffer().asFloatBuffer();
  }

  /** Scores in the little-endian bytes of 32-bit floats. */
  static Scores of(Bytes bytes) {
    return new Scores(bytes);
  }

  /** A copy of some scores, as 32-bit floats. */
  public static Scores of(double... scores) {
    ByteBuffer memory =
        ByteBuffer.allocate(Math.multiplyExact(scores.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double score : scores) {
      memory.putFloat(check((float) score));
    }
    return new Scores(Bytes.wrap(memory.flip()));
  }

  /**
   * Scores in a direct buffer of 32-bit floats in little-endian order, which the caller promises
   * never to change.
   */
  public static Scores over(ByteBuffer memory) {
    FloatBuffer floats = memory.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    while (floats.hasRemaining()) {
      check(floats.get());
    }
    return new Scores(Bytes.wrap(memory));
  }

  private static float check(float score) {
    if (Float.isNaN(score)) {
      throw new IllegalArgumentException("expected numbers, found NaN");
    }
    return score;
  }

  /** The number of blocks. */
  public long count() {
    return floats.capacity();
  }

  /** The score of a block. */
  public float at(long block) {
    return floats.get((int) block);
  }

  /**
   * An integer that grows with a number: 0 and -0 have the same, and what is no number has the
   * least.
   */
  static int order(float number) {
    int bits = Float.floatToIntBits(number + 0f);
    return Float.isNaN(number) ? Integer.MIN_VALUE : bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  /** The number that has an order, or the nearest one that is a number. */
  static float number(long order) {
    int near = Math.clamp(order, order(Float.NEGATIVE_INFINITY), order(Float.POSITIVE_INFINITY));
    return Float.intBitsToFloat(near ^ (near >> 31 & Integer.MAX_VALUE));
  }

  /** How many scores are no less than a number. */
  long atLeast(float least) {
    long found = 0;
    for (int i = 0; i < floats.capacity(); i++) {
      found += floats.get(i) >= least ? 1 : 0;
    }
    return found;
  }

  Bytes bytes() {
    return bytes;
  }

  /** Two are equal that have the same bits. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scores scores && bytes.sameAs(scores.bytes);
  }

  @Override
  public int hashCode() {
    return floats.hashCode();
  }

  @Override
  public String toString() {
    return count() + " scores";
  }
}
