// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
  @TempDir Path folder = Path.of("");

  private Dataset dataset(byte[] images, byte[] labels) {
    return Dataset.of(
        new Origin.Idx(
            Fixture.write(folder, "images", images), Fixture.write(folder, "labels", labels)));
  }

  private Dataset plain(int count) {
    return dataset(Fixture.idxImages(count), Fixture.idxLabels(count));
  }

  private Dataset packed(int count) {
    return dataset(Fixture.gzip(Fixture.idxImages(count)), Fixture.gzip(Fixture.idxLabels(count)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsImagesAndLabels(boolean isPacked) throws IOException {
    Reading reading = Reading.of(isPacked ? packed(5) : plain(5), 2);
    assertEquals(List.of("[2, 1, 2, 3]", "[2, 1, 2, 3]", "[1, 1, 2, 3]"), reading.shapes());
    assertEquals(List.of(20f, 21f, 22f, 23f, 24f, 25f), reading.inputs().get(2));
    assertEquals(List.of(0L, 1L, 2L, 3L, 4L), reading.labels());
  }

  @Test
  void readsTheSameInAnyOrderWhetherPackedOrNot() throws IOException {
    Reading plain = Reading.of(plain(20).shuffled(3), 7);
    assertEquals(plain, Reading.of(packed(20).shuffled(3), 7));
    assertFalse(plain.firsts().equals(plain.firsts().stream().sorted().toList()));
  }

  @Test
  void goesThroughAPackedFileAgainWhileItIsOpen() throws IOException {
    try (OpenDataset open = packed(6).open()) {
      try (Batches first = open.batches(4)) {
        assertTrue(first.next());
      }
      assertEquals(6, Reading.of(open.batches(4)).labels().size());
      assertEquals(
          List.of(0L, 2L, 4L), Reading.of(open.batches(4, new Selection.Shard(0, 2))).labels());
      Reading shuffled = Reading.of(open.batches(6, new Selection.Shuffle(1)));
      assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), shuffled.labels().stream().sorted().toList());
    }
  }

  @Test
  void refusesPlainImagesCutAtAnyByte() {
    byte[] images = Fixture.idxImages(4);
    for (int length = 0; length < images.length; length++) {
      DataException failure =
          Reading.failure(dataset(Arrays.copyOf(images, length), Fixture.idxLabels(4)));
      assertTrue(failure.place().endsWith("images"), failure.getMessage());
    }
  }

  @Test
  void refusesPackedImagesCutAtAnyByte() {
    byte[] images = Fixture.gzip(Fixture.idxImages(20));
    byte[] labels = Fixture.gzip(Fixture.idxLabels(20));
    for (int length = 0; length < images.length; length++) {
      Dataset cut = dataset(Arrays.copyOf(images, length), labels);
      assertFalse(Reading.succeeds(cut), "forwards, cut at " + length);
      assertFalse(Reading.succeeds(cut.shuffled(1)), "in any order, cut at " + length);
    }
  }

  @Test
  void refusesLabelsCutAtAnyByte() {
    byte[] labels = Fixture.idxLabels(4);
    for (int length = 0; length < labels.length; length++) {
      Dataset cut = dataset(Fixture.idxImages(4), Arrays.copyOf(labels, length));
      assertTrue(Reading.failure(cut).place().endsWith("labels"), "cut at " + length);
    }
  }

  @Test
  void namesTheRecordInWhichThePackedDataEnd() {
    byte[] images = Arrays.copyOf(Fixture.idxImages(10), 16 + 6 * 7 + 2);
    DataException failure = Reading.failure(dataset(Fixture.gzip(images), Fixture.idxLabels(10)));
    assertEquals(OptionalLong.of(7), failure.record());
    assertEquals("6 bytes", failure.expected());
    assertEquals("the end of the data", failure.found());
  }

  @Test
  void neverReadsOtherImagesFromAFlippedByte() throws IOException {
    byte[] images = Fixture.gzip(Fixture.idxImages(20));
    byte[] labels = Fixture.idxLabels(20);
    Reading right = Reading.of(dataset(images, labels), 2);
    // the ten bytes of the header say nothing that must be right
    for (int at = 10; at < images.length; at++) {
      byte[] flipped = images.clone();
      flipped[at] ^= 0x10;
      Dataset dataset = dataset(flipped, labels);
      assertTrue(!Reading.succeeds(dataset) || Reading.of(dataset, 2).equals(right), "byte " + at);
    }
  }

  @Test
  void refusesMoreBytesThanTheHeaderSays() {
    byte[] longer = Arrays.copyOf(Fixture.idxImages(3), 16 + 18 + 1);
    byte[] labels = Fixture.idxLabels(3);
    assertEquals("35 bytes", Reading.failure(dataset(longer, labels)).found());
    assertEquals("more bytes", Reading.failure(dataset(Fixture.gzip(longer), labels)).found());
  }

  @Test
  void refusesAnotherNumberOfLabels() {
    DataException failure = Reading.failure(dataset(Fixture.idxImages(3), Fixture.idxLabels(4)));
    assertEquals("3 labels", failure.expected());
    assertEquals("4 labels", failure.found());
  }

  @Test
  void refusesOtherFiles() {
    byte[] labels = Fixture.idxLabels(1);
    assertEquals(
        "it begins with 3c 68 74 6d",
        Reading.failure(dataset(Fixture.ascii("<html></html>"), labels)).found());
    assertEquals("1 dimensions", Reading.failure(dataset(labels, labels)).found());
    byte[] images = Fixture.idxImages(1);
    assertEquals("3 dimensions", Reading.failure(dataset(images, images)).found());
  }

  @Test
  void refusesDimensionsBeyondAllReason() {
    byte[] images = Fixture.idxImages(1);
    Arrays.fill(images, 8, 16, (byte) 0x7f);
    assertEquals(
        "dimensions beyond that", Reading.failure(dataset(images, Fixture.idxLabels(1))).found());
  }

  @Test
  void refusesALabelThatIsNoClass() {
    DataException failure = Reading.failure(plain(5).ofClasses(3));
    assertEquals(OptionalLong.of(3), failure.record());
    assertEquals("a label below 3", failure.expected());
  }

  @Test
  void namesAFileThatIsNotThere() {
    Path missing = folder.resolve("missing");
    DataException failure = Reading.failure(Dataset.of(new Origin.Idx(missing, missing)));
    assertEquals(missing.toString(), failure.place());
    assertEquals("no file", failure.found());
  }
}
