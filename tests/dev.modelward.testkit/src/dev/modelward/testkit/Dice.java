// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Tensors of random numbers that are the same on every run. */
public final class Dice {
  private static final int BLOCK = 4 << 20;

  private final SplittableRandom random;

  /** Dice whose throws a seed determines. */
  public Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A tensor of floats between -bound and bound. */
  public Tensor floats(String name, float bound, long... dims) {
    float[] values = new float[Math.toIntExact(product(dims))];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-bound, bound);
    }
    return Tensor.ofFloats(name, boxed(dims), values);
  }

  /** A tensor of floats between 0.5 and 1.5, as a variance or a scale must be. */
  public Tensor positive(String name, long... dims) {
    float[] values = new float[Math.toIntExact(product(dims))];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(0.5, 1.5);
    }
    return Tensor.ofFloats(name, boxed(dims), values);
  }

  /** A tensor of any bits. */
  public Tensor bits(String name, ElementType type, long... dims) {
    byte[] raw = new byte[Math.toIntExact(type.bytes(product(dims)))];
    random.nextBytes(raw);
    return Tensor.of(name, type, boxed(dims), Bytes.of(raw));
  }

  /**
   * A tensor of floats between -bound and bound that takes no more memory than 4 MiB, because its
   * numbers repeat after that.
   */
  public Tensor repeating(String name, float bound, long... dims) {
    Bytes block = block(bound);
    long size = product(dims) * Float.BYTES;
    List<Bytes> parts = new ArrayList<>();
    for (long at = 0; at < size; at += block.size()) {
      parts.add(block.slice(0, Math.min(block.size(), size - at)));
    }
    return Tensor.of(name, ElementType.FLOAT32, boxed(dims), Bytes.join(parts));
  }

  private Bytes block(float bound) {
    ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    while (block.hasRemaining()) {
      block.putFloat((float) random.nextDouble(-bound, bound));
    }
    return Bytes.wrap(block.flip());
  }

  private static long product(long... dims) {
    return Arrays.stream(dims).reduce(1, Math::multiplyExact);
  }

  private static List<Long> boxed(long... dims) {
    return Arrays.stream(dims).boxed().toList();
  }
}
