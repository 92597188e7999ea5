// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlyphsTest {
  private static final int PIXELS = Glyphs.SIDE * Glyphs.SIDE;

  private static float[] glyph(long seed, long index) {
    float[] pixels = new float[PIXELS];
    Glyphs.draw(seed, index, pixels);
    return pixels;
  }

  @Test
  void drawsTheSameImageForTheSameNumber() {
    assertArrayEquals(glyph(1, 77), glyph(1, 77));
    assertFalse(Arrays.equals(glyph(1, 77), glyph(1, 78)));
    assertFalse(Arrays.equals(glyph(1, 77), glyph(2, 77)));
  }

  @Test
  void drawsTheSameImagesInEveryVersion() {
    int hash = 1;
    for (int i = 0; i < 100; i++) {
      hash = 31 * hash + Arrays.hashCode(glyph(1, i)) + Glyphs.label(1, i);
    }
    assertEquals(537934247, hash);
  }

  @Test
  void drawsBytes() {
    for (float pixel : glyph(1, 3)) {
      assertTrue(pixel >= 0 && pixel <= 255 && pixel == Math.rint(pixel), () -> "" + pixel);
    }
  }

  @Test
  void drawsEachSignOnceInTen() {
    for (int ten = 0; ten < 20; ten++) {
      Set<Integer> labels = new HashSet<>();
      for (int i = 0; i < 10; i++) {
        labels.add(Glyphs.label(9, 10 * ten + i));
      }
      assertEquals(10, labels.size());
    }
  }

  @Test
  void areTooHardForALinearModel() {
    LinearModel model = new LinearModel();
    model.train(LinearModel.Examples.of(1, 10_000), 4);
    double accuracy = model.accuracy(LinearModel.Examples.of(2, 2_000));
    assertTrue(accuracy > 0.15 && accuracy < 0.85, () -> "accuracy " + accuracy);
  }
}
