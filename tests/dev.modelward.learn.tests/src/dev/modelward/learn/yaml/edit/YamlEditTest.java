// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.yaml.Route;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts before and after; in tables a stroke stands for a line's end. */
class YamlEditTest {
  private static final Tree ITEM = Tree.ofTexts(Map.of("n", "new"));

  /** A change of a text. */
  private interface Change {
    YamlEdit of(YamlEdit edit) throws YamlException;
  }

  private static YamlEdit edit(String text) {
    return new YamlEdit(new YamlText(Path.of("some.text"), "text", text));
  }

  /** With any kind of line ends. */
  private static void expect(String before, String after, Change change) throws YamlException {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String changed = change.of(edit(before.replace("/", end))).text().text();
      assertEquals(after, changed.replace(end, "/"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: 1 # c/b: 2/        | a | 7   | a: 7 # c/b: 2/
          a: 1                  | a | 7   | a: 7
          a: '1' # c            | a | 7   | a: '7' # c
          a: "1"/               | a | 7   | a: "7"/
          a: 1                  | a | x: y | a: "x: y"
          a: '1'                | a | it's | a: 'it''s'
          a: 1                  | a | null | a: "null"
          a: 1                  | a | <= 5 % | a: "<= 5 %"
          a:                    | a | 7   | a: 7
          a: # c/b: 1           | a | 7   | a: 7 # c/b: 1
          a: ¦/ x/ y//# c/b: 1  | a | 7   | a: 7//# c/b: 1
          a: >-/  x/# c/        | a | 7   | a: 7/# c/
          a: x/  y  # c         | a | 7   | a: 7  # c
          a: [1, {b: 2, c: }] # c | a[1].b | 7 | a: [1, {b: 7, c: }] # c
          a: [1, {b: 2, c: }]   | a[1].c | 7 | a: [1, {b: 2, c: 7 }]
          a: {b:, c: 1}         | a.b | 7 | a: {b: 7, c: 1}
          a:/- b: 1 # c/  c: 2/ | a[0].b | 7 | a:/- b: 7 # c/  c: 2/
          a:/  b:/    - x/  # c | a.b | 7 | a:/  b:/    7/  # c
          """)
  void aValueIsReplaced(String before, String route, String value, String after)
      throws YamlException {
    String text = before.replace("¦", "|");
    expect(text, after, edit -> edit.replace(Route.of(route), value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - b: 1 # c/  d: 2  | - q: 7 # c/  d: 2
          - d: 2/  b: 1 # c/ | - d: 2/  q: 7 # c/
          - {d: 2, b: 1}     | - {d: 2, q: 7}
          - {b: }            | - {q: 7 }
          """)
  void aKeyIsReplacedWithItsValue(String before, String after) throws YamlException {
    expect("a:/" + before, "a:/" + after, edit -> edit.replaceKey(Route.of("a[0].b"), "q", "7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a:/  b: 1 # c/# d/e: 2/   | a:/  b: 1 # c/  n: new/# d/e: 2/
          a:/  b: 1                 | a:/  b: 1/  n: new
          a:/  b: 1//  # c//        | a:/  b: 1/  n: new//  # c//
          a: {b: 1} # c             | a: {b: 1, n: new} # c
          a: {b: 1, } # c           | a: {b: 1, n: new, } # c
          a: {b: 1, # d/} # c       | a: {b: 1, n: new, # d/} # c
          a: {b: 1 # d/}            | a: {b: 1, n: new # d/}
          a: {} # c                 | a: {n: new} # c
          a: { # c/}                | a: {n: new # c/}
          a: # c/b: 1               | a: # c/  n: new/b: 1
          a:/  b: >/    x//  # c/   | a:/  b: >/    x/  n: new//  # c/
          """)
  void aKeyIsAddedBehindTheOthers(String before, String after) throws YamlException {
    expect(before, after, edit -> edit.add(Route.of("a"), "n", new Tree.Leaf("new")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a:/  - b: 1 # c/  # d/  - b: 2//  # e/ | 0 | a:/  - n: new/  - b: 1 # c/  # d/  - b: 2//  # e/
          a:/  - b: 1 # c/  # d/  - b: 2//  # e/ | 1 | a:/  - b: 1 # c/  - n: new/  # d/  - b: 2//  # e/
          a:/  - b: 1 # c/  # d/  - b: 2//  # e/ | 2 | a:/  - b: 1 # c/  # d/  - b: 2/  - n: new//  # e/
          a:/# c/- {b: 1}                        | 0 | a:/- {n: new}/# c/- {b: 1}
          a:/# c/- {b: 1}                        | 1 | a:/# c/- {b: 1}/- {n: new}
          a: [{b: 1}, {b: 2}] # c                | 1 | a: [{b: 1}, {n: new}, {b: 2}] # c
          a: [ # c/  {b: 1}, # d/] # e           | 1 | a: [ # c/  {b: 1}, {n: new}, # d/] # e
          a: [ # c/  {b: 1}, # d/] # e           | 0 | a: [ # c/  {n: new}, {b: 1}, # d/] # e
          a: []                                  | 0 | a: [{n: new}]
          a: # c/# d/b: 1                        | 0 | a: # c/  - n: new/# d/b: 1
          a:/-/  # c/  b: 1                      | 1 | a:/-/  # c/  b: 1/- n: new
          """)
  void anItemIsInsertedBesideTheOthers(String before, int index, String after)
      throws YamlException {
    expect(before, after, edit -> edit.insert(Route.of("a"), index, ITEM));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a:/  - b: 1 # c/    d: 1/  # e/  - b: 2/     | a[0]   | a:/  # e/  - b: 2/
          a:/  - b: 1 # c/  # e/  - b: 2//  # f        | a[1]   | a:/  - b: 1 # c/  # e///  # f
          a:/# d/- b: 1                                | a[0]   | a:/# d
          a: [1, 2, 3] # c                             | a[0]   | a: [2, 3] # c
          a: [1, 2, 3] # c                             | a[2]   | a: [1, 2] # c
          a: [1, # c/ 2, # d/ 3 # e/]                  | a[0]   | a: [ # c/ 2, # d/ 3 # e/]
          a: [1, # c/ 2, # d/ 3 # e/]                  | a[2]   | a: [1, # c/ 2, # d/  # e/]
          a: [1, 2,] # c                               | a[1]   | a: [1, ] # c
          a: [1] # c                                   | a[0]   | a: [] # c
          a:/  b: 1 # c/  # d/  e: 2                   | a.b    | a:/  # d/  e: 2
          a:/  b: 1/  # d/  e: 2                       | a.e    | a:/  b: 1/  # d
          a:/  b: 1/c: 2                               | a.b    | a:/c: 2
          a:/- b: 1 # c/  d: 2                         | a[0].b | a:/- d: 2
          a:/- b: 1 # c/  # e/  d: 2                   | a[0].b | a:/-  # c/  # e/  d: 2
          a: {b: 1, c: 2}                              | a.b    | a: {c: 2}
          a: {b: 1, c: 2}                              | a.c    | a: {b: 1}
          """)
  void aPartIsRemovedWithItsLine(String before, String route, String after) throws YamlException {
    expect(before, after.replace("///", "//"), edit -> edit.remove(Route.of(route)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a:/  # one/  - b: 1 # c//  # two/  - b: 2 | a:/  # two/  - b: 2//  # one/  - b: 1 # c
          a:/- b: 1/  # in/# two/- b: 2/# end/      | a:/# two/- b: 2/  # in/- b: 1/# end/
          a: [1, # c/ 2, # d/]                      | a: [2, # c/ 1, # d/]
          """)
  void anItemMovesWithTheCommentsAboveIt(String before, String after) throws YamlException {
    expect(before, after, edit -> edit.move(Route.of("a"), 0, 1));
    expect(before, after, edit -> edit.move(Route.of("a"), 1, 0));
    expect(before, before, edit -> edit.move(Route.of("a"), 1, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: [1 # c/ , 2]/     | a[0]
          a: [b: 1]/           | a[0].b
          """)
  void whatTheWayOfWritingDoesNotAllowIsRefused(String text, String route) {
    YamlEdit edit = edit(text.replace("/", "\n"));

    YamlException refused = assertThrows(YamlException.class, () -> edit.remove(Route.of(route)));

    assertTrue(refused.problem().startsWith("the way this is written"), refused.problem());
  }

  @Test
  void aTextOfOneLineGrows() throws YamlException {
    assertEquals("a:\n  - n: new", edit("a:").insert(Route.of("a"), 0, ITEM).text().text());
    assertEquals(
        "a:\n  b: {n: new}",
        edit("a:\n  b: {}").add(Route.of("a.b"), "n", new Tree.Leaf("new")).text().text());
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    YamlEdit edit = edit("a: 1\n");

    assertThrows(IllegalArgumentException.class, () -> edit.replace(Route.of("b"), "2"));
    assertThrows(IllegalArgumentException.class, () -> edit.remove(Route.of("b[0]")));
  }

  @Test
  void lettersOfAnyPlaneAndAMarkOfTheOrderOfBytesAreCounted() throws YamlException {
    String text = "\uFEFF# \uD83D\uDE00\na: \uD83D\uDE00 # \u00e4\n";

    YamlEdit changed =
        edit(text).replace(Route.of("a"), "\uD83D\uDE01").add(Route.whole(), "b", ITEM);

    assertEquals(
        "\uFEFF# \uD83D\uDE00\na: \"\\U0001f601\" # \u00e4\nb:\n  n: new\n", changed.text().text());
    assertEquals(
        "\uFEFFa: 1\nb: 2",
        edit("\uFEFFa: 1").add(Route.whole(), "b", new Tree.Leaf("2")).text().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "a: b", "a #b", "a#b", " a", "a ", "'", "\"", "\\", "- a", "[", "{a", "%a",
        "a,b", "*a", "&a", "!a", "|", "> 5", "a\nb", "\t", "\u0007", "\u00e4", "\u2028", "@a", "`a",
        "true", "~", "5", "-5", "a:", "?", "-", "---", "..."
      })
  void everyScalarReadsBack(String value) throws YamlException {
    for (String text : List.of("a: x # c", "a: 'x' # c", "a: \"x\" # c", "{a: x} # c")) {
      YamlText changed = edit(text).replace(Route.of("a"), value).text();

      assertEquals(
          value.strip(),
          Route.of("a").in(changed.root()).orElseThrow().scalar().orElse("").strip());
      assertTrue(changed.text().endsWith(" # c"));
    }
  }
}
