// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.modelward.learn.records.CifarForm;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {
  /** A divisor of a record's length, so that the cuts between records are among those tried. */
  private static final int STEP = 439;

  @TempDir Path folder = Path.of("");

  private Dataset dataset(CifarForm form, byte[]... files) {
    List<Path> paths =
        Arrays.stream(files)
            .map(
                bytes -> Fixture.write(folder, "part" + Arrays.asList(files).indexOf(bytes), bytes))
            .toList();
    return Dataset.of(new Origin.Cifar(paths, form));
  }

  @Test
  void readsRecordsOfSeveralFilesOneAfterTheOther() throws IOException {
    Reading reading = Reading.of(dataset(CifarForm.TEN, Fixture.cifar(3), Fixture.cifar(2)), 4);
    assertEquals(List.of(0L, 1L, 2L, 0L, 1L), reading.labels());
    assertEquals(List.of("[4, 3, 32, 32]", "[1, 3, 32, 32]"), reading.shapes());
    assertEquals(List.of(0f, 10f, 20f, 0f, 10f), reading.firsts());
    assertEquals(22f, reading.inputs().get(2).getLast());
  }

  @Test
  void putsChannelsLastWhereAsked() throws IOException {
    Reading reading = Reading.of(dataset(CifarForm.TEN, Fixture.cifar(2)).in(Layout.NHWC), 4);
    assertEquals(List.of("[2, 32, 32, 3]"), reading.shapes());
    assertEquals(List.of(10f, 11f, 12f, 10f), reading.inputs().get(1).subList(0, 4));
  }

  @Test
  void readsEitherLabelOfAHundred() throws IOException {
    byte[] record = new byte[3074];
    record[0] = 19;
    record[1] = 99;
    assertEquals(List.of(99L), Reading.of(dataset(CifarForm.FINE, record), 1).labels());
    assertEquals(List.of(19L), Reading.of(dataset(CifarForm.COARSE, record), 1).labels());
    record[0] = 20;
    assertFalse(Reading.succeeds(dataset(CifarForm.COARSE, record)));
  }

  @Test
  void refusesEveryLengthThatIsNoNumberOfRecords() {
    byte[] records = Fixture.cifar(2);
    for (int length = 0; length <= records.length; length += STEP) {
      boolean isWhole = length % 3073 == 0;
      Dataset cut = dataset(CifarForm.TEN, Arrays.copyOf(records, length));
      assertEquals(isWhole, Reading.succeeds(cut), "cut at " + length);
    }
  }

  @Test
  void namesFileAndRecordOfALabelThatIsNone() {
    byte[] second = Fixture.cifar(3);
    second[3073] = 10;
    DataException failure = Reading.failure(dataset(CifarForm.TEN, Fixture.cifar(2), second));
    assertEquals(folder.resolve("part1").toString(), failure.place());
    assertEquals(OptionalLong.of(1), failure.record());
    assertEquals("10", failure.found());
  }
}
