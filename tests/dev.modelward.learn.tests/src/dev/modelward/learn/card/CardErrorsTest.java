// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.yaml.YamlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardErrorsTest {
  private static final String GLYPHS = "kind: glyphs\nseed: 1\ncount: 20\n";

  @TempDir Path folder = Path.of("");

  private YamlException failure(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("some.data"), text);
    return assertThrows(YamlException.class, () -> DataCard.read(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scael: 255                  | 4 | 1  | there is no key 'scael' here; is 'scale' meant?
          images: x                   | 4 | 1  | there is no key 'images' here; known are kind
          scale: big                  | 4 | 8  | scale should be a number, not 'big'
          scale: 0                    | 4 | 8  | scale cannot be: expected a divisor, found 0.0
          scale: [1]                  | 4 | 8  | scale should be a number
          scale:                      | 4 | 7  | scale should be a number, not ''
          colour: gray                | 4 | 9  | colour cannot be 'gray'; is 'grey' meant?
          layout: NCHW                | 4 | 9  | layout cannot be 'NCHW'; known are nchw, nhwc
          resize: 32                  | 4 | 9  | resize should be a list, as in [1, 2], not '32'
          resize: [32, 0]             | 4 | 14 | resize should be an integer of at least 1, not '0'
          resize: [1, 2, 3]           | 4 | 9  | resize should be a list of 2, not of 3
          mean: [1]                   | 1 | 1  | the key 'std' is missing
          noise: {sigma: 25}          | 4 | 8  | the key 'seed' is missing
          noise: {sigm: 25, seed: 1}  | 4 | 9  | there is no key 'sigm' here; is 'sigma' meant?
          noise: {sigma: -1, seed: 1} | 4 | 16 | sigma cannot be: expected a deviation, found -1.0
          select: [shufle: 1]         | 4 | 10 | a step of select cannot be 'shufle'; is 'shuffle'
          select: [shard: [2, 2]]     | 4 | 17 | shard cannot be: share 2 of 2
          select: [{first: 1, span: 2}] | 4 | 10 | a step of select should have one key
          classes: 0                  | 4 | 10 | classes should be an integer of at least 1
          seed: 2                     | 4 | 1  | the key 'seed' is there twice
          crop: {size: [1, 2], seed: x} | 4 | 28 | seed should be an integer, not 'x'
          """)
  void areFoundAtTheirLineAndColumn(String text, int line, int column, String problem)
      throws IOException {
    YamlException failure = failure(GLYPHS + text + "\n");
    assertTrue(failure.problem().startsWith(problem), failure.problem());
    assertEquals(line, failure.line(), failure.getMessage());
    assertEquals(column, failure.column(), failure.getMessage());
  }

  @Test
  void sayFileLineAndColumn() throws IOException {
    YamlException failure = failure("kind: idz\n");
    assertEquals(
        failure.file() + ":1:7: kind cannot be 'idz'; is 'idx' meant?", failure.getMessage());
  }

  @Test
  void meanKeysOfOtherKindsToo() throws IOException {
    assertEquals("the key 'kind' is missing", failure("seed: 1\n").problem());
    assertEquals("the key 'labels' is missing", failure("kind: idx\nimages: a\n").problem());
    assertTrue(failure("kind: idx\nimages: a\nlabel: b\n").problem().contains("'labels' meant?"));
    assertEquals(
        "noise and mean do not go together",
        failure(GLYPHS + "mean: [1]\nstd: [1]\nnoise: {sigma: 1, seed: 1}\n").problem());
    assertEquals("files cannot be: no file", failure("kind: cifar\nfiles: []\n").problem());
  }

  @Test
  void coverWhatIsNoYaml() throws IOException {
    YamlException failure = failure("kind: glyphs\nscale: [1, 2\nseed: 1\n");
    assertTrue(failure.problem().startsWith("this is no YAML"), failure.problem());
    assertTrue(failure.line() >= 2, failure.getMessage());
    assertEquals("this card is empty", failure("").problem());
    assertEquals("the card should be keys and values, not 'text'", failure("text\n").problem());
    assertTrue(failure("kind: a\n---\nkind: b\n").problem().startsWith("this is no YAML"));
    assertTrue(failure("kind: \u0001\n").problem().startsWith("this is no YAML"));
    assertTrue(failure("kind: *nothing\n").problem().startsWith("anchors, aliases and tags"));
  }

  @Test
  void coverWhatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("some.data"), new byte[] {(byte) 0xff, (byte) 0xfe, 1});
    assertThrows(YamlException.class, () -> DataCard.read(file));
    assertThrows(YamlException.class, () -> DataCard.read(folder.resolve("missing.data")));
  }

  @Test
  void areTheOnlyAnswerToACardCutOrChangedAtAnyByte() {
    String text =
        GLYPHS
            + "scale: 255\n"
            + "classes: [a, 'b']\n"
            + "select:\n"
            + "  - part: [0, .5]\n"
            + "noise: {sigma: 2, seed: 1}\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at++) {
      byte[] cut = java.util.Arrays.copyOf(bytes, at);
      byte[] flipped = bytes.clone();
      flipped[at] ^= 0x11;
      assertDoesNotThrow(() -> tried(cut));
      assertDoesNotThrow(() -> tried(flipped));
    }
  }

  private boolean tried(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("some.data"), bytes);
    try {
      DataCard.read(file);
      return true;
    } catch (YamlException e) {
      return false;
    }
  }
}
