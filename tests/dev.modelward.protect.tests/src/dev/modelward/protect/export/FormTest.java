// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.importance.ImportanceMap;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every form is written whole or not at all, and in pieces that do not grow with the map. */
class FormTest {
  @TempDir Path folder = Path.of("");

  @Test
  void isFoundByItsWord() {
    assertEquals(
        List.of("csv", "json", "netron", "model-explorer", "model-explorer-share"),
        Arrays.stream(Form.values()).map(Form::word).toList());
    for (Form form : Form.values()) {
      assertEquals(Optional.of(form), Form.of(form.word()));
    }
    assertEquals(Optional.empty(), Form.of("xml"));
  }

  @ParameterizedTest
  @EnumSource
  void writesTheSameToAFileAsToAWriter(Form form) throws IOException {
    ImportanceMap map = Maps.of(Maps.convolution(Maps.AWKWARD, 1, 2, 3, 4));
    Path file = folder.resolve("new/map.json");
    form.write(map, file);
    assertEquals(Maps.text(form, map), Files.readString(file));
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheOldFileAndNothingElseWhenCancelled(Form form) throws IOException {
    Path file = Files.writeString(folder.resolve("map.json"), "old");
    Progress cancelled =
        Progress.asking(() -> {
          throw new CancellationException();
        });
    ImportanceMap map = Maps.of(Maps.convolution("c", 1, 2, 3, 4));
    assertThrows(CancellationException.class, () -> form.write(map, file, cancelled));
    assertEquals("old", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesALargeMapInSmallPieces(Form form) throws IOException {
    double[] scores = new double[200_000];
    Arrays.setAll(scores, i -> i / 3.0);
    Pieces pieces = new Pieces();
    form.write(Maps.of(Maps.product("p", "w", scores)), pieces);
    assertTrue(pieces.longest < 200, "a piece of " + pieces.longest);
    boolean hasScores = form == Form.CSV || form == Form.JSON;
    assertEquals(hasScores, pieces.all > scores.length);
  }

  /** How long the pieces are that are written. */
  private static final class Pieces extends Writer {
    private long all;
    private int longest;

    @Override
    @NonNullByDefault({})
    public void write(char[] units, int from, int count) {
      all += count;
      longest = Math.max(longest, count);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
