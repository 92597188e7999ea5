// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
  private static YamlText text(String text) {
    return new YamlText(Path.of("some.text"), "text", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{a: "})
  void textsNestSixtyFourDeepAndNoDeeper(String opening) {
    YamlException refused =
        assertThrows(YamlException.class, () -> text(opening.repeat(100_000)).root());

    assertTrue(refused.problem().startsWith("a text nests at most 64 deep"), refused.problem());
    assertDoesNotThrow(() -> text("[".repeat(64) + "]".repeat(64)).root());
    assertThrows(YamlException.class, () -> text("[".repeat(65) + "]".repeat(65)).root());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          &a [1]       | 1:4
          [1, &b 2]    | 1:8
          [1, *b]      | 1:8
          !!int 5      | 1:4
          !odd {b: c}  | 1:4
          """)
  void anchorsAliasesAndTagsAreRefused(String value, String place) {
    YamlException refused =
        assertThrows(YamlException.class, () -> text("a: " + value + "\n").root());

    assertTrue(refused.problem().startsWith("anchors, aliases and tags"), refused.problem());
    assertEquals(place, refused.line() + ":" + refused.column());
  }

  @ParameterizedTest
  @CsvSource({
    "a, 1:4",
    "a.b, 1:8",
    "a.c[1], 1:18",
    "list[1].c, 4:6",
    "list[0], 3:3",
  })
  void aRouteLeadsToAValue(String route, String place) throws YamlException {
    Field root = text("a: {b: 1, c: [2, 3]}\nlist:\n- x\n- c: y\n").root();

    YamlException there = Route.of(route).in(root).orElseThrow().says("");

    assertEquals(place, there.line() + ":" + there.column());
    assertEquals(there.getMessage(), Route.of(route).nearest(root).says("").getMessage());
    assertEquals(route, Route.of(route).toString());
  }

  @ParameterizedTest
  @CsvSource({"a.d, 1:4", "a.b.c, 1:8", "a[0], 1:4", "b, 1:1", "a.c[2].d, 1:14"})
  void whereARouteEndsTheNearestValueIsFound(String route, String place) throws YamlException {
    Field root = text("a: {b: 1, c: [2, 3]}\n").root();

    YamlException there = Route.of(route).nearest(root).says("");

    assertTrue(Route.of(route).in(root).isEmpty());
    assertEquals(place, there.line() + ":" + there.column());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a[", "a[b]", "a[-1]", "a[0]b", "A", "a b", "a..b"})
  void whatIsNoRouteIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Route.of(text));
  }

  @Test
  void routesGrowAndShrinkByTheStep() {
    Route route = Route.whole().key("tiers").item(3).key("name");

    assertEquals("tiers[3].name", route.toString());
    assertEquals(Route.of("tiers[3]"), route.parent());
    assertEquals(Route.whole(), Route.of("tiers").parent());
  }

  @Test
  void lettersOfTwoCharsMayStandAnywhere() throws YamlException {
    for (int before = 1000; before < 1050; before++) {
      String smile = "\uD83D\uDE00".repeat(600);
      Field value = text("#".repeat(before) + "\na: " + smile).fields().required("a");

      assertEquals(smile, value.text());
    }
  }
}
