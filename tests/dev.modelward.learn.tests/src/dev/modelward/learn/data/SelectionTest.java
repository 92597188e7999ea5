// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
  @TempDir Path folder = Path.of("");

  private Dataset ten = Dataset.of(new Origin.Glyphs(1, 10));

  /** Ten records whose labels are their numbers. */
  @BeforeEach
  void writeTenRecords() {
    ten =
        Dataset.of(
            new Origin.Idx(
                Fixture.write(folder, "images", Fixture.idxImages(10)),
                Fixture.write(folder, "labels", Fixture.idxLabels(10))));
  }

  private static List<Long> chosen(Dataset dataset) throws IOException {
    return Reading.of(dataset, 3).labels();
  }

  private static List<Long> sorted(List<Long> numbers) {
    return numbers.stream().sorted().toList();
  }

  private static List<Long> all() {
    return LongStream.range(0, 10).boxed().toList();
  }

  @Test
  void takesASpan() throws IOException {
    assertEquals(List.of(0L, 1L, 2L), chosen(ten.first(3)));
    assertEquals(List.of(4L, 5L), chosen(ten.select(new Selection.Span(4, 6))));
    assertEquals(List.of(), chosen(ten.first(0)));
  }

  @Test
  void refusesASpanBeyondTheEnd() {
    DataException failure = Reading.failure(ten.first(11));
    assertEquals("at least 11 records", failure.expected());
    assertEquals("10", failure.found());
  }

  @Test
  void splitsWithoutOverlapOrGap() throws IOException {
    for (double fraction : new double[] {0, 0.25, 1 / 3.0, 0.8, 1}) {
      List<Dataset> parts = ten.split(fraction);
      List<Long> together = new ArrayList<>(chosen(parts.getFirst()));
      assertEquals((int) (fraction * 10), together.size());
      together.addAll(chosen(parts.getLast()));
      assertEquals(all(), together);
    }
  }

  @Test
  void shufflesTheSameWayForTheSameSeed() throws IOException {
    assertEquals(List.of(), chosen(ten.shuffled(1).first(0)));
    assertEquals(chosen(ten.shuffled(1)), chosen(ten.shuffled(1)));
    assertNotEquals(chosen(ten.shuffled(1)), chosen(ten.shuffled(2)));
    assertEquals(all(), sorted(chosen(ten.shuffled(1))));
  }

  @Test
  void shufflesInEveryVersionAlike() throws IOException {
    assertEquals(List.of(9L, 0L, 1L, 4L, 8L, 2L, 3L, 7L, 6L, 5L), chosen(ten.shuffled(1)));
  }

  @Test
  void sharesAllRecordsOut() throws IOException {
    assertEquals(List.of(1L, 5L, 9L), chosen(ten.shard(1, 4)));
    List<Long> together = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      together.addAll(chosen(ten.shuffled(5).shard(i, 4)));
    }
    assertEquals(all(), sorted(together));
    assertEquals(List.of(), chosen(ten.first(2).shard(3, 4)));
  }

  @Test
  void appliesSelectionsOneAfterTheOther() throws IOException {
    assertEquals(List.of(3L, 7L), chosen(ten.shard(1, 2).shard(1, 2)));
    assertEquals(List.of(4L, 6L), chosen(ten.shard(0, 2).select(new Selection.Span(2, 4))));
    List<Long> shuffled = chosen(ten.shuffled(8));
    assertEquals(shuffled.subList(0, 4), chosen(ten.shuffled(8).first(4)));
    assertEquals(List.of(0L, 1L, 2L, 3L), sorted(chosen(ten.first(4).shuffled(8))));
    assertEquals(all(), sorted(chosen(ten.shuffled(8).shuffled(9))));
  }

  @Test
  void refusesWhatIsNoSelection() {
    assertThrows(IllegalArgumentException.class, () -> new Selection.Span(3, 2));
    assertThrows(IllegalArgumentException.class, () -> new Selection.Part(0.5, 1.1));
    assertThrows(IllegalArgumentException.class, () -> new Selection.Part(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Selection.Shard(2, 2));
  }
}
