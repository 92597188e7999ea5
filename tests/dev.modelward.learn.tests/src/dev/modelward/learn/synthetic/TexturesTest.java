// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TexturesTest {
  private static float[] texture(long seed, long index) {
    float[] pixels = new float[32 * 32];
    new Textures(seed, 32).draw(index, pixels);
    return pixels;
  }

  @Test
  void drawsTheSameImageForTheSameNumber() {
    assertArrayEquals(texture(1, 5), texture(1, 5));
    assertFalse(Arrays.equals(texture(1, 5), texture(1, 6)));
    assertFalse(Arrays.equals(texture(1, 5), texture(2, 5)));
  }

  @Test
  void drawsTheSameImagesInEveryVersion() {
    int hash = 1;
    for (int i = 0; i < 10; i++) {
      hash = 31 * hash + Arrays.hashCode(texture(1, i));
    }
    assertEquals(980247393, hash);
  }

  @Test
  void drawsBytesThatAreNotAllTheSame() {
    float[] pixels = texture(1, 0);
    float least = 255;
    float most = 0;
    for (float pixel : pixels) {
      assertEquals(Math.rint(pixel), pixel);
      least = Math.min(least, pixel);
      most = Math.max(most, pixel);
    }
    assertTrue(least >= 0 && most <= 255 && most - least > 30, least + " to " + most);
  }
}
