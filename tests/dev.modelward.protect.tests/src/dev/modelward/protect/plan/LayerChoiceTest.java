// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerChoiceTest {
  private static LayerChoice names(List<String> include, List<String> exclude) {
    return new LayerChoice(Set.of(), include, exclude);
  }

  @ParameterizedTest
  @CsvSource({
    "conv1, conv1, true",
    "conv1, conv, false",
    "conv, conv1, false",
    "conv?, conv1, true",
    "conv?, conv, false",
    "conv*, conv, true",
    "*.weight, a.b.weight, true",
    "*.weight, a.weights, false",
    "a*b*c, a.b.b.c, true",
    "a*b*c, acb, false",
    "*, x, true",
    "**?, x, true",
    "a.c, abc, false",
  })
  void aPatternFitsWholeNames(String pattern, String name, boolean fits) {
    assertEquals(fits, names(List.of(pattern), List.of()).names(name));
    assertEquals(!fits, names(List.of(), List.of(pattern)).names(name));
  }

  @Test
  void aNameFitsOneThatIncludesAndNoneThatExcludes() {
    LayerChoice choice = names(List.of("a*", "b*"), List.of("*1"));

    assertTrue(choice.names("a2"));
    assertTrue(choice.names("b2"));
    assertFalse(choice.names("c2"));
    assertFalse(choice.names("a1"));
    assertTrue(LayerChoice.all().names("any"));
  }

  @Test
  void manyStarsTakeNoLongerThanTheProductOfLengths() {
    String pattern = "*a".repeat(1000) + "b";

    assertFalse(names(List.of(pattern), List.of()).names("a".repeat(5000)));
  }
}
