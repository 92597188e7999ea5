// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.yaml.YamlException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

  @Test
  void everyKeyOfTheReaderIsThere() {
    assertEquals(Section.PLAN.keys(), Vocabulary.keys());
    assertEquals(Section.TIER.keys(), Vocabulary.keys("tiers"));
    assertEquals(List.of(), Vocabulary.keys("model"));
  }

  @Test
  void sectionsWithItemsAreLists() {
    assertTrue(Vocabulary.isList("recipients"));
    assertFalse(Vocabulary.isList("layers"));
    assertFalse(Vocabulary.isList("model"));
  }

  @Test
  void wordsAreThoseOfTheSchema() throws YamlException {
    Schema schema = Schema.published();
    assertEquals(schema.part("properties", "decoys").texts("enum"), Vocabulary.words("decoys"));
    for (String way : List.of("criterion.name", "criterion.loss", "ranking.over")) {
      String[] steps = way.split("\\.");
      assertEquals(
          schema.part("$defs", steps[0], "properties", steps[1]).texts("enum"),
          Vocabulary.words(way));
    }
    assertEquals(
        schema.part("$defs", "layers", "properties", "kinds", "items").texts("enum"),
        Vocabulary.words("layers.kinds"));
    assertEquals(List.of(), Vocabulary.words("tiers.name"));
  }

  @ParameterizedTest
  @CsvSource({
    "tiers.name,basic",
    "tiers.quality,70 %",
    "tiers.quality,28 dB",
    "tiers.share,0.5 %",
    "recipients.key,keys/acme.pub",
    "recipients.until,2028-02-29",
    "limits.quality,<= 20 %",
    "limits.view,whatever"
  })
  void nothingIsWrongWithWhatTheReaderReads(String way, String value) {
    assertEquals(Optional.empty(), Vocabulary.complaint(way, value));
  }

  @ParameterizedTest
  @CsvSource({
    "tiers.name,Basic,small letters",
    "tiers.name,'',a text",
    "tiers.quality,70,as in 70 % or 28 dB",
    "tiers.quality,170 %,from 0 % to 100 %",
    "tiers.share,100 %,below 100 %",
    "recipients.name,a b,small letters",
    "recipients.until,2027-02-29,a day of the calendar",
    "limits.quality,20 %,a bound in quotes"
  })
  void saysWhatIsExpectedInPlaceOfOthers(String way, String value, String expected) {
    String said = Vocabulary.complaint(way, value).orElse("nothing is wrong");
    assertTrue(said.contains(expected), said);
  }
}
