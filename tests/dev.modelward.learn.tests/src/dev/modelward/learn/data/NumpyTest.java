// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.NumpyArray;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.records.Stored;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumpyTest {
  private static final byte[] LABELS = Fixture.npy("<i8", "2,", Fixture.longs(3, 4));
  private static final byte[] INPUTS = Fixture.npy("<f4", "2, 3", Fixture.floats(1, 2, 3, 4, 5, 6));

  @TempDir Path folder = Path.of("");

  private Dataset dataset(byte[] inputs, byte[] labels, Stored stored) {
    return Dataset.of(
        new Origin.Numpy(
            new NumpyArray.Single(Fixture.write(folder, "inputs.npy", inputs)),
            new NumpyArray.Single(Fixture.write(folder, "labels.npy", labels)),
            stored));
  }

  private Dataset numbers(byte[] inputs) {
    return dataset(inputs, LABELS, Stored.NUMBERS);
  }

  private Dataset archive(byte[] archive) {
    Path file = Fixture.write(folder, "both.npz", archive);
    return Dataset.of(
        new Origin.Numpy(
            new NumpyArray.Named(file, "x"), new NumpyArray.Named(file, "y"), Stored.NUMBERS));
  }

  @Test
  void readsNumbersOfAnyShape() throws IOException {
    Reading reading = Reading.of(numbers(INPUTS), 2);
    assertEquals(List.of("[2, 3]"), reading.shapes());
    assertEquals(List.of(List.of(1f, 2f, 3f), List.of(4f, 5f, 6f)), reading.inputs());
    assertEquals(List.of(3L, 4L), reading.labels());
  }

  @Test
  void readsImagesWhateverTheirOrder() throws IOException {
    byte[] interleaved =
        Fixture.npy("<f4", "2, 1, 2, 3", Fixture.floats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    Reading images = Reading.of(dataset(interleaved, LABELS, Stored.HWC), 2);
    assertEquals(List.of("[2, 3, 1, 2]"), images.shapes());
    assertEquals(List.of(1f, 4f, 2f, 5f, 3f, 6f), images.inputs().getFirst());
    Reading back = Reading.of(dataset(interleaved, LABELS, Stored.HWC).in(Layout.NHWC), 2);
    assertEquals(List.of(1f, 2f, 3f, 4f, 5f, 6f), back.inputs().getFirst());
    byte[] grey = Fixture.npy("<f4", "2, 1, 3", Fixture.floats(1, 2, 3, 4, 5, 6));
    assertEquals(List.of("[2, 1, 1, 3]"), Reading.of(dataset(grey, LABELS, Stored.HW), 2).shapes());
    assertFalse(Reading.succeeds(dataset(grey, LABELS, Stored.CHW)));
  }

  @ParameterizedTest
  @CsvSource({
    "|u1, fe01, 254, 1",
    "|i1, fe01, -2, 1",
    "|b1, 0001, 0, 1",
    "<u2, feff0100, 65534, 1",
    ">i2, fffe0001, -2, 1",
    "<f2, 003c00c0, 1, -2",
    ">f4, 3f800000c0000000, 1, -2",
    "<f8, 000000000000f03f00000000000000c0, 1, -2",
    "<u4, ffffffff01000000, 4294967295, 1"
  })
  void readsEveryType(String type, String bytes, float first, float second) throws IOException {
    byte[] array =
        Fixture.npy(type, "2,", ByteBuffer.wrap(java.util.HexFormat.of().parseHex(bytes)));
    assertEquals(List.of(first, second), Reading.of(numbers(array), 2).firsts());
  }

  @Test
  void readsTwoArraysOfAnArchiveInAnyOrder() throws IOException {
    Dataset archive = archive(Fixture.zip("x.npy", INPUTS, "y.npy", LABELS));
    assertEquals(Reading.of(numbers(INPUTS), 2), Reading.of(archive, 2));
    assertEquals(Reading.of(numbers(INPUTS).shuffled(2), 2), Reading.of(archive.shuffled(2), 2));
  }

  @Test
  void saysWhichArraysAnArchiveHas() {
    DataException failure = Reading.failure(archive(Fixture.zip("x.npy", INPUTS, "z.npy", LABELS)));
    assertEquals("an entry y.npy", failure.expected());
    assertEquals("[x.npy, z.npy]", failure.found());
  }

  @Test
  void refusesAnArrayCutAtAnyByte() {
    for (int length = 0; length < INPUTS.length; length++) {
      assertFalse(Reading.succeeds(numbers(Arrays.copyOf(INPUTS, length))), "at " + length);
      Dataset labels =
          dataset(
              INPUTS, Arrays.copyOf(LABELS, Math.min(length, LABELS.length - 1)), Stored.NUMBERS);
      assertFalse(Reading.succeeds(labels), "labels at " + length);
    }
  }

  @Test
  void refusesAnArchiveCutAtAnyByte() {
    byte[] archive = Fixture.zip("x.npy", INPUTS, "y.npy", LABELS);
    for (int length = 0; length < archive.length; length++) {
      assertFalse(Reading.succeeds(archive(Arrays.copyOf(archive, length))), "at " + length);
    }
  }

  @Test
  void refusesOrReadsAHeaderWithAnyByteChanged() {
    for (int at = 0; at < INPUTS.length - 24; at++) {
      byte[] flipped = INPUTS.clone();
      flipped[at] ^= (byte) (1 << at % 7);
      Reading.succeeds(numbers(flipped));
    }
  }

  @Test
  void namesTheRecordOfANumberThatIsNone() {
    byte[] inputs = Fixture.npy("<f4", "2, 3", Fixture.floats(1, 2, 3, 4, Float.NaN, 6));
    DataException failure = Reading.failure(numbers(inputs));
    assertEquals(OptionalLong.of(1), failure.record());
    assertEquals("finite numbers", failure.expected());
    assertEquals("NaN at value 1", failure.found());
  }

  @Test
  void refusesLabelsThatAreNotOneIntegerEach() {
    byte[] floats = Fixture.npy("<f4", "2,", Fixture.floats(1, 2));
    assertFalse(Reading.succeeds(dataset(INPUTS, floats, Stored.NUMBERS)));
    byte[] pairs = Fixture.npy("<i8", "2, 2", Fixture.longs(1, 2, 3, 4));
    assertFalse(Reading.succeeds(dataset(INPUTS, pairs, Stored.NUMBERS)));
    byte[] three = Fixture.npy("<i8", "3,", Fixture.longs(1, 2, 3));
    assertEquals("3 labels", Reading.failure(dataset(INPUTS, three, Stored.NUMBERS)).found());
  }

  @Test
  void refusesWhatItCannotRead() {
    String header = new String(INPUTS, java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] fortran =
        header.replace("False, ", "True,  ").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertEquals("one in Fortran order", Reading.failure(numbers(fortran)).found());
    byte[] complex = Fixture.npy("<c8", "2,", Fixture.longs(0, 0));
    assertTrue(Reading.failure(numbers(complex)).found().contains("<c8"));
    byte[] single = Fixture.npy("<f4", "", Fixture.floats(1));
    assertFalse(Reading.succeeds(numbers(single)));
    byte[] huge = Fixture.npy("<f4", "2, 99999999999, 99999999999", Fixture.floats(1));
    assertFalse(Reading.succeeds(numbers(huge)));
    byte[] many = Fixture.npy("<f4", "999999999999999999, 3", Fixture.floats(1));
    assertFalse(Reading.succeeds(numbers(many)));
  }
}
