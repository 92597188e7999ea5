// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {
  private static final String FILE = "model.onnx";

  @TempDir Path folder = Path.of("");

  private Path place = Path.of("");
  private Path old = Path.of("");
  private Path part = Path.of("");

  @BeforeEach
  void name() {
    place = folder.resolve("x.protected");
    old = folder.resolve("x.protected.old");
    part = folder.resolve("x.protected.part");
  }

  private static void fill(Path where, String text) throws IOException {
    Files.createDirectories(where);
    Files.writeString(where.resolve(FILE), text);
  }

  private void build(String text) throws IOException {
    try (WholeFolder whole = WholeFolder.begin(place)) {
      Files.writeString(whole.file(FILE), text);
      whole.place();
    }
  }

  /** What is in the folder: only the place, which has one file. */
  private void holdsOnly(String text) throws IOException {
    assertEquals(List.of(place), list(folder));
    assertEquals(List.of(place.resolve(FILE)), list(place));
    assertEquals(text, Files.readString(place.resolve(FILE)));
  }

  private static List<Path> list(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.sorted().toList();
    }
  }

  @Test
  void takesItsPlaceWhereNothingWas() throws IOException {
    build("one");
    holdsOnly("one");
  }

  @Test
  void takesThePlaceOfAnOlderOne() throws IOException {
    build("one");
    build("two");
    holdsOnly("two");
  }

  @Test
  void makesTheFoldersAroundItsPlace() throws IOException {
    place = folder.resolve("a").resolve("b").resolve("x.protected");
    build("one");
    assertEquals("one", Files.readString(place.resolve(FILE)));
  }

  @Test
  void leavesTheOlderOneAloneUntilItIsPlaced() throws IOException {
    build("one");
    try (WholeFolder whole = WholeFolder.begin(place)) {
      Files.writeString(whole.file(FILE), "two");
      assertEquals("one", Files.readString(place.resolve(FILE)));
    }
    holdsOnly("one");
  }

  @Test
  void leavesNothingWhereItIsGivenUp() throws IOException {
    WholeFolder.begin(place).close();
    assertEquals(List.of(), list(folder));
  }

  @Test
  void removesWhatAProcessThatEndedLeft() throws IOException {
    fill(part.resolve("whole"), "half");
    Files.createDirectories(part.resolve("whole").resolve("more"));
    Files.createFile(part.resolve("lock"));
    build("one");
    holdsOnly("one");
  }

  @Test
  void isRefusedWhileAnotherIsUnderWay() throws IOException {
    try (WholeFolder first = WholeFolder.begin(place)) {
      Files.writeString(first.file(FILE), "one");
      IOException refusal = assertThrows(IOException.class, () -> WholeFolder.begin(place));
      assertTrue(refusal.getMessage().contains("another build"), refusal.getMessage());
      assertEquals("one", Files.readString(first.file(FILE)));
      first.place();
      assertThrows(IOException.class, () -> WholeFolder.begin(place));
    }
    holdsOnly("one");
    build("two");
    holdsOnly("two");
  }

  @Test
  void bringsBackWhatWaitsToBeReplaced() throws IOException {
    fill(old, "one");
    fill(part.resolve("whole"), "half");
    WholeFolder.begin(place).close();
    holdsOnly("one");
    fill(old, "older");
    build("two");
    holdsOnly("two");
  }

  @Test
  void bringsNothingBackWhereTheNewOneIsInPlace() throws IOException {
    fill(old, "one");
    fill(place, "two");
    WholeFolder.begin(place).close();
    assertEquals("two", Files.readString(place.resolve(FILE)));
    build("three");
    holdsOnly("three");
  }

  @Test
  void putsTheOlderOneBackWhereItCannotTakeItsPlace() throws IOException {
    build("one");
    try (WholeFolder whole = WholeFolder.begin(place)) {
      Files.writeString(whole.file(FILE), "two");
      // what is to be moved turns out to be gone once the older one has made room
      Path moved = whole.file(FILE).getParent();
      try (Stream<Path> files = Files.list(moved)) {
        files.forEach(WholeFolderTest::remove);
      }
      Files.delete(moved);
      assertThrows(IOException.class, whole::place);
    }
    holdsOnly("one");
  }

  private static void remove(Path file) {
    assertTrue(file.toFile().delete());
  }

  @Test
  void takesFilesAlongAsTheyAre() throws IOException {
    build("one");
    try (WholeFolder whole = WholeFolder.begin(place)) {
      whole.take(place.resolve(FILE));
      whole.place();
    }
    holdsOnly("one");
  }

  @Test
  void neverRemovesWhatIsNoArtifact() throws IOException {
    Files.writeString(place, "a file");
    assertThrows(IOException.class, () -> WholeFolder.begin(place));
    assertEquals("a file", Files.readString(place));
    Files.delete(place);
    fill(place, "one");
    Path notes = Files.writeString(place.resolve("notes.txt"), "my notes");
    IOException refusal = assertThrows(IOException.class, () -> WholeFolder.begin(place));
    assertTrue(refusal.getMessage().startsWith(notes + ": expected"), refusal.getMessage());
    assertEquals("my notes", Files.readString(notes));
    assertEquals(List.of(place), list(folder));
    Files.delete(notes);
    build("two");
    holdsOnly("two");
  }
}
