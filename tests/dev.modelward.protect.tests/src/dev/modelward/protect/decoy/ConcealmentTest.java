// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.LayerBlocks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decoys are written where they belong, as numbers that might have stood there. */
class ConcealmentTest {
  private static final int INPUTS = 16;
  private static final long[] SEALED = {0, 17, 63, 120, 255};

  /** Kernels of whole numbers that reach nearly from -127 to 127. */
  private static Crowd whole(long seed) {
    List<float[]> rows =
        Crowd.heavyTailed(256, 9, seed).rows().stream().map(float[]::clone).toList();
    float most = 0;
    for (float[] row : rows) {
      for (float number : row) {
        most = Math.max(most, Math.abs(number));
      }
    }
    for (float[] row : rows) {
      for (int tap = 0; tap < row.length; tap++) {
        row[tap] = Math.round(127 * row[tap] / most);
      }
    }
    return new Crowd(rows);
  }

  private static float[] scales() {
    float[] scales = new float[256 / INPUTS];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = (float) Math.pow(10, i % 5 - 4);
    }
    return scales;
  }

  private static Stored stored(ElementType type, float... scales) throws IOException {
    return type.isFloating()
        ? Stored.of(type, Crowd.heavyTailed(256, 9, 1), INPUTS)
        : Stored.quantized(type, whole(1), INPUTS, scales);
  }

  private static void expectOnlySealedChange(Stored stored, Decoy kind) throws IOException {
    Tensor before = stored.layer().weight().tensor();
    Tensor after = stored.concealed(kind, new InsecureFixedBits(1), SEALED);
    for (long block = 0; block < stored.layer().count(); block++) {
      long at = block;
      double[] numbers = stored.block(after, block);
      if (LongStream.of(SEALED).anyMatch(sealed -> sealed == at)) {
        assertFalse(Arrays.equals(stored.block(before, block), numbers));
        assertTrue(Arrays.stream(numbers).allMatch(Double::isFinite));
        assertTrue(Arrays.stream(numbers).distinct().count() > 1);
      } else {
        assertArrayEquals(stored.block(before, block), numbers);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64", "FLOAT16", "BFLOAT16", "INT8", "UINT8"})
  void onlySealedBlocksChange(ElementType type) throws IOException {
    for (Decoy kind : Decoy.all()) {
      expectOnlySealedChange(stored(type, .01f), kind);
      expectOnlySealedChange(stored(type, scales()), kind);
    }
  }

  @Test
  void secureBitsGiveOtherDecoysEachTime() throws IOException {
    LayerBlocks layer = stored(ElementType.FLOAT32).layer();
    Concealment concealment = Concealment.of(Decoy.usual(), layer, block -> block < 2);
    byte[] plain = layer.weight().tensor().raw().toArray();
    byte[][] found = {plain.clone(), plain.clone()};
    try (SecureBits bits = new SecureBits()) {
      for (byte[] weight : found) {
        ByteBuffer numbers = ByteBuffer.wrap(weight).order(ByteOrder.LITTLE_ENDIAN);
        concealment.write(numbers, LongStream.of(0, 1), bits);
      }
    }
    int end = 2 * 9 * Float.BYTES;
    for (int block = 0; block < 2; block++) {
      int from = block * 9 * Float.BYTES;
      int to = from + 9 * Float.BYTES;
      assertFalse(Arrays.equals(plain, from, to, found[0], from, to));
      assertFalse(Arrays.equals(found[1], from, to, found[0], from, to));
    }
    assertTrue(Arrays.equals(plain, end, plain.length, found[0], end, plain.length));
  }

  /** The deviation of what is stored in many decoys of an output. */
  private static double deviation(Stored stored, int output) throws IOException {
    long[] sealed = LongStream.range(0, 8).map(i -> (long) output * INPUTS + i).toArray();
    double sum = 0;
    for (int seed = 0; seed < 200; seed++) {
      Tensor after = stored.concealed(Decoy.usual(), new InsecureFixedBits(seed), sealed);
      for (long block : sealed) {
        sum += Arrays.stream(stored.block(after, block)).map(x -> x * x).average().orElseThrow();
      }
    }
    return Math.sqrt(sum / 200 / sealed.length);
  }

  @Test
  void channelsOfAnyScaleStoreNumbersThatAreSpreadAlike() throws IOException {
    Stored stored = stored(ElementType.INT8, scales());
    double first = deviation(stored, 0);
    assertTrue(first > 5);
    for (int output = 1; output < 5; output++) {
      assertEquals(1, deviation(stored, output) / first, .15);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INT8", "UINT8"})
  void integersStayInTheRangeOfPublicOnes(ElementType type) throws IOException {
    Stored stored = stored(type, scales());
    long[] sealed = LongStream.range(0, 128).toArray();
    double[] known = new double[0];
    for (long block = 128; block < 256; block++) {
      double[] more = stored.block(stored.layer().weight().tensor(), block);
      int length = known.length;
      known = Arrays.copyOf(known, length + more.length);
      System.arraycopy(more, 0, known, length, more.length);
    }
    double least = Arrays.stream(known).min().orElseThrow();
    double most = Arrays.stream(known).max().orElseThrow();
    for (int seed = 0; seed < 20; seed++) {
      Tensor after = stored.concealed(Decoy.usual(), new InsecureFixedBits(seed), sealed);
      for (long block : sealed) {
        for (double number : stored.block(after, block)) {
          assertTrue(number >= least && number <= most, () -> number + " of " + least);
        }
      }
    }
  }

  @Test
  void largeShortFloatsDoNotBecomeInfinite() throws IOException {
    List<float[]> rows = Crowd.heavyTailed(256, 9, 3).rows().stream().map(float[]::clone).toList();
    for (float[] row : rows) {
      for (int tap = 0; tap < row.length; tap++) {
        row[tap] = Math.clamp(row[tap] * 2e5f, -65504, 65504);
      }
    }
    for (ElementType type : List.of(ElementType.FLOAT16, ElementType.BFLOAT16)) {
      Stored stored = Stored.of(type, new Crowd(rows), INPUTS);
      long[] sealed = LongStream.range(0, 100).toArray();
      for (int seed = 0; seed < 20; seed++) {
        Tensor after = stored.concealed(Decoy.usual(), new InsecureFixedBits(seed), sealed);
        for (long block : sealed) {
          assertTrue(Arrays.stream(stored.block(after, block)).allMatch(Double::isFinite));
        }
      }
    }
  }

  @Test
  void aScaleOfZeroBreaksNothing() throws IOException {
    float[] scales = scales();
    scales[1] = 0;
    Stored stored = stored(ElementType.INT8, scales);
    Tensor after = stored.concealed(Decoy.usual(), new InsecureFixedBits(1), 3, INPUTS + 3);
    assertArrayEquals(new double[9], stored.block(after, INPUTS + 3));
    assertFalse(Arrays.equals(new double[9], stored.block(after, 3)));
  }
}
