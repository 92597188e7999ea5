// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final Dataset GLYPHS = Dataset.of(new Origin.Glyphs(1, 10));
  private static final Dataset NOISY =
      Dataset.of(new Origin.Textures(1, 4, 16))
          .with(new Transform.Scale(255))
          .with(new Transform.GaussianNoise(25 / 255.0, 7));

  @Test
  void givesDirectLittleEndianBuffers() throws IOException {
    try (Batches batches = GLYPHS.batches(4)) {
      assertEquals(10, batches.records());
      assertTrue(batches.next());
      FloatBuffer inputs = batches.batch().inputs();
      assertTrue(inputs.isDirect());
      assertEquals(ByteOrder.LITTLE_ENDIAN, inputs.order());
      assertEquals(4 * 28 * 28, inputs.remaining());
      assertEquals(4, batches.batch().size());
    }
  }

  @Test
  void usesTheSameMemoryForTheNextBatch() throws IOException {
    try (Batches batches = GLYPHS.batches(5)) {
      assertTrue(batches.next());
      FloatBuffer first = batches.batch().inputs();
      float[] before = new float[first.remaining()];
      first.get(0, before);
      assertTrue(batches.next());
      float[] after = new float[before.length];
      first.get(0, after);
      assertNotEquals(java.util.Arrays.hashCode(before), java.util.Arrays.hashCode(after));
      assertEquals(first, batches.batch().inputs());
    }
  }

  @Test
  void hasNoBatchBeforeTheFirstAndAfterTheLast() throws IOException {
    try (Batches batches = GLYPHS.batches(10)) {
      assertThrows(IllegalStateException.class, batches::batch);
      assertTrue(batches.next());
      assertEquals(false, batches.next());
      assertThrows(IllegalStateException.class, batches::batch);
    }
  }

  @Test
  void givesCleanTargetsBesideNoisyInputs() throws IOException {
    Reading reading = Reading.of(NOISY, 4);
    Reading clean =
        Reading.of(Dataset.of(new Origin.Textures(1, 4, 16)).with(new Transform.Scale(255)), 4);
    assertEquals(clean.inputs(), reading.clean());
    double squares = 0;
    for (int i = 0; i < 4 * 256; i++) {
      double noise =
          reading.inputs().get(i / 256).get(i % 256) - reading.clean().get(i / 256).get(i % 256);
      squares += noise * noise;
    }
    assertEquals(25 / 255.0, Math.sqrt(squares / (4 * 256)), 0.01);
  }

  @Test
  void givesEachImageItsOwnNoiseWhateverElseIsChosen() throws IOException {
    Reading all = Reading.of(NOISY, 4);
    assertEquals(
        all.inputs().subList(2, 4), Reading.of(NOISY.select(new Selection.Span(2, 4)), 4).inputs());
    Reading shuffled = Reading.of(NOISY.shuffled(3), 3);
    assertEquals(
        new ArrayList<>(all.inputs()).stream().map(Object::toString).sorted().toList(),
        shuffled.inputs().stream().map(Object::toString).sorted().toList());
  }

  @Test
  void addsTheDocumentedNoise() throws IOException {
    Dataset flat =
        Dataset.of(new Origin.Textures(1, 2, 2)).with(new Transform.GaussianNoise(10, 7));
    Reading reading = Reading.of(flat, 2);
    var lot = dev.modelward.learn.chance.SplitMix64.of(7, 1);
    for (int i = 0; i < 4; i++) {
      float clean = reading.clean().get(1).get(i);
      assertEquals(clean + (float) (10 * lot.normal()), reading.inputs().get(1).get(i));
    }
  }

  @Test
  void refusesATransformBehindTheNoise() {
    assertThrows(IllegalArgumentException.class, () -> NOISY.with(new Transform.Scale(2)));
  }

  @Test
  void refusesBatchesOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> GLYPHS.batches(0));
  }

  @Test
  void namesTheRecordThatCannotBeTransformed() {
    Dataset wrong = GLYPHS.with(new Transform.Normalize(List.of(1.0, 2.0), List.of(1.0, 1.0)));
    DataException failure = Reading.failure(wrong.select(new Selection.Span(3, 5)));
    assertEquals(3, failure.record().orElseThrow());
    assertEquals("2 channels", failure.expected());
  }
}
