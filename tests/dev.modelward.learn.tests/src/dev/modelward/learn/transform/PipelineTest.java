// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Sample;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static Sample sample(int channels, int height, int width) {
    Sample sample = new Sample();
    float[] values = sample.begin(channels, height, width);
    for (int i = 0; i < sample.size(); i++) {
      values[i] = i;
    }
    return sample;
  }

  private static float[] applied(Sample sample, Transform... transforms) throws DataException {
    new Pipeline(List.of(transforms)).apply(sample, "here", 3);
    return Arrays.copyOf(sample.values(), sample.size());
  }

  @Test
  void dividesAndNormalizesInFloat32AsDocumented() throws DataException {
    Transform normalize = new Transform.Normalize(List.of(0.4914, 0.4822), List.of(0.247, 0.2435));
    float[] values = applied(sample(2, 1, 2), new Transform.Scale(255), normalize);
    float[] expected = {
      (0 / 255f - 0.4914f) / 0.247f,
      (1 / 255f - 0.4914f) / 0.247f,
      (2 / 255f - 0.4822f) / 0.2435f,
      (3 / 255f - 0.4822f) / 0.2435f
    };
    assertArrayEquals(expected, values);
  }

  @Test
  void weighsColoursToGreyAndLeavesGreyAlone() throws DataException {
    Sample colour = sample(3, 1, 2);
    assertArrayEquals(
        new float[] {0.587f * 2 + 0.114f * 4, 0.299f + 0.587f * 3 + 0.114f * 5},
        applied(colour, new Transform.Grey()),
        1e-6f);
    assertEquals("[1, 1, 2]", colour.shape());
    assertArrayEquals(new float[] {0, 1}, applied(sample(1, 1, 2), new Transform.Grey()));
  }

  @Test
  void repeatsGreyAsThreeColours() throws DataException {
    Sample grey = sample(1, 1, 2);
    assertArrayEquals(new float[] {0, 1, 0, 1, 0, 1}, applied(grey, new Transform.Rgb()));
    assertEquals("[3, 1, 2]", grey.shape());
  }

  @Test
  void enlargesBetweenPixelCentres() throws DataException {
    float[] wider = applied(sample(1, 1, 2), new Transform.Resize(1, 4));
    assertArrayEquals(new float[] {0, 0.25f, 0.75f, 1}, wider, 1e-6f);
    float[] higher = applied(sample(1, 2, 1), new Transform.Resize(4, 1));
    assertArrayEquals(new float[] {0, 0.25f, 0.75f, 1}, higher, 1e-6f);
  }

  @Test
  void shrinksWithAWiderTriangle() throws DataException {
    float[] half = applied(sample(1, 1, 4), new Transform.Resize(1, 2));
    // weights 3/8, 3/8, 1/8 of the three pixels within reach, brought to a sum of 1
    assertArrayEquals(new float[] {5 / 7f, 16 / 7f}, half, 1e-6f);
  }

  @Test
  void keepsAConstantImageConstantAtEverySize() throws DataException {
    for (int side = 1; side < 12; side++) {
      Sample sample = new Sample();
      Arrays.fill(sample.begin(2, 5, 7), 9);
      for (float value : applied(sample, new Transform.Resize(side, 12 - side))) {
        assertEquals(9, value, 1e-5f);
      }
      assertEquals("[2, %d, %d]".formatted(side, 12 - side), sample.shape());
    }
  }

  @Test
  void resizesEachPlaneByItself() throws DataException {
    float[] two = applied(sample(2, 2, 2), new Transform.Resize(1, 1));
    assertArrayEquals(new float[] {1.5f, 5.5f}, two, 1e-6f);
  }

  @Test
  void cutsTheSameWindowOutOfEveryPlane() throws DataException {
    Sample sample = sample(2, 4, 5);
    float[] window = applied(sample, new Transform.Crop(2, 3, 1));
    assertEquals("[2, 2, 3]", sample.shape());
    float first = window[0];
    assertArrayEquals(
        new float[] {
          first,
          first + 1,
          first + 2,
          first + 5,
          first + 6,
          first + 7,
          first + 20,
          first + 21,
          first + 22,
          first + 25,
          first + 26,
          first + 27
        },
        window);
    assertThrows(DataException.class, () -> applied(sample(1, 4, 4), new Transform.Crop(5, 1, 1)));
  }

  @Test
  void wantsAnImageWhereThereAreColours() {
    Sample numbers = new Sample();
    numbers.begin(4);
    assertThrows(DataException.class, () -> applied(numbers, new Transform.Grey()));
  }

  @Test
  void refusesWhatMakesNoNumbers() {
    assertThrows(IllegalArgumentException.class, () -> new Transform.Scale(0));
    assertThrows(IllegalArgumentException.class, () -> new Transform.Scale(Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> new Transform.Normalize(List.of(1.0), List.of(0.0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Transform.Normalize(List.of(1.0), List.of(1.0, 2.0)));
    assertThrows(IllegalArgumentException.class, () -> new Transform.GaussianNoise(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Transform.Resize(0, 1));
  }
}
