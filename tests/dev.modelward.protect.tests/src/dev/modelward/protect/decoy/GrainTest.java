// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Decoys are as coarse as the numbers around them. */
class GrainTest {
  private static Crowd crowd(UnaryOperator<Float> rounding) {
    List<float[]> rows = Crowd.heavyTailed(64, 9, 1).rows().stream().map(float[]::clone).toList();
    for (float[] row : rows) {
      for (int tap = 0; tap < row.length; tap++) {
        row[tap] = rounding.apply(row[tap]);
      }
    }
    return new Crowd(rows);
  }

  private static float half(float number) {
    return Float.float16ToFloat(Float.floatToFloat16(number));
  }

  private static float brain(float number) {
    return Float.intBitsToFloat(Float.floatToIntBits(number) & 0xffff0000);
  }

  /** The share of the decoys' numbers for which something holds. */
  private static double share(ElementType type, Crowd crowd, DoublePredicate holds)
      throws IOException {
    Stored stored = Stored.of(type, crowd, 1);
    long[] sealed = LongStream.range(0, 30).toArray();
    Tensor after = stored.concealed(Decoy.usual(), new InsecureFixedBits(5), sealed);
    long all = 0;
    long found = 0;
    for (long block : sealed) {
      for (double number : stored.block(after, block)) {
        all++;
        found += holds.test(number) ? 1 : 0;
      }
    }
    return (double) found / all;
  }

  @Test
  void amongFloatsThatWereShortOnceTheyAreShort() throws IOException {
    assertEquals(1, share(ElementType.FLOAT32, crowd(GrainTest::half), x -> half((float) x) == x));
    assertEquals(
        1, share(ElementType.FLOAT32, crowd(GrainTest::brain), x -> brain((float) x) == x));
    Crowd tiny = crowd(x -> half(x * 1e-5f));
    assertEquals(1, share(ElementType.FLOAT32, tiny, x -> half((float) x) == x));
  }

  @Test
  void amongFullFloatsTheyAreFull() throws IOException {
    assertTrue(share(ElementType.FLOAT32, crowd(x -> x), x -> half((float) x) == x) < .05);
    assertTrue(share(ElementType.FLOAT64, crowd(x -> x), x -> (float) x == x) < .05);
  }

  @Test
  void amongWholeNumbersTheyAreWhole() throws IOException {
    Crowd whole = crowd(x -> (float) Math.rint(100 * x));
    assertEquals(1, share(ElementType.FLOAT32, whole, x -> Math.rint(x) == x));
  }

  @Test
  void whereNothingIsPublicNothingIsRounded() throws IOException {
    Stored stored = Stored.of(ElementType.FLOAT32, crowd(GrainTest::half), 1);
    Grain grain = Grain.of(stored.layer(), block -> false);
    assertEquals(.1, grain.nearest(.1));
    Grain known = Grain.of(stored.layer(), block -> true);
    assertNotEquals(.1, known.nearest(.1));
    assertEquals(.1, known.nearest(.1), 1e-4);
    assertEquals(0, known.nearest(0));
  }

  @Test
  void sealedNumbersAreNotLookedAt() throws IOException {
    List<float[]> rows = crowd(GrainTest::half).rows().stream().map(float[]::clone).toList();
    rows.get(3)[4] = .1f;
    Stored stored = Stored.of(ElementType.FLOAT32, new Crowd(rows), 1);
    double number = Grain.of(stored.layer(), block -> block != 3).nearest(.1);
    assertEquals(half((float) number), number);
    assertEquals(.1, Grain.of(stored.layer(), block -> true).nearest(.1));
  }
}
