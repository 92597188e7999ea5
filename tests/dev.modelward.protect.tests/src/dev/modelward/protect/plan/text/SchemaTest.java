// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import dev.modelward.learn.yaml.edit.Tree;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.importance.Judging;
import dev.modelward.protect.importance.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader agree. */
class SchemaTest {
  private static final Path DOCS = Path.of("../../docs");
  private static final String START =
      """
      model: net.onnx
      data: {measure: test.data}
      tiers: [{name: public, quality: 20 %}, {name: full}]
      """;

  private static List<String> complaints(String text) throws YamlException {
    Tree tree = Tree.of(YamlText.of(Path.of("x.ward"), "plan", text).root());
    return Schema.published().complaints(tree);
  }

  private static Schema section(Section section) throws YamlException {
    Schema whole = Schema.published();
    return section == Section.PLAN
        ? whole
        : whole.part("$defs", section.name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource(Section.class)
  void everySectionHasTheKeysThatTheReaderKnows(Section section) throws YamlException {
    assertEquals(section.keys(), section(section).texts("properties"));
    assertEquals(List.of("false"), section(section).texts("additionalProperties"));
  }

  @Test
  void wordsAreThoseThatTheReaderKnows() throws YamlException {
    Schema criterion = section(Section.CRITERION);
    expectWords(CriterionSection.Word.values(), criterion.part("properties", "name"));
    expectWords(Judging.values(), criterion.part("properties", "loss"));
    expectWords(Ranking.Reach.values(), section(Section.RANKING).part("properties", "over"));
    expectWords(BlockKind.values(), section(Section.LAYERS).part("properties", "kinds", "items"));
    assertEquals(
        Decoy.all().stream().map(Decoy::word).toList(),
        Schema.published().part("properties", "decoys").texts("enum"));
  }

  private static void expectWords(Enum<?>[] words, Schema schema) {
    assertEquals(
        Arrays.stream(words)
            .map(word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList(),
        schema.texts("enum"));
  }

  @Test
  void whatTheReaderReadsFitsTheSchema() throws YamlException {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text = new RandomText(random).of(new RandomPlan(random).plan());

      assertEquals(List.of(), complaints(text), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modle: x",
        "lock: {}",
        "decoys: blend",
        "seeds: 0",
        "seeds: 1001",
        "seeds: five",
        "criterion: fisher",
        "criterion: {nam: fisher}",
        "criterion: {name: fischer}",
        "criterion: {samples: 0}",
        "ranking: {cap: 0.25}",
        "ranking: {over: all}",
        "layers: {kinds: [kernel]}",
        "layers: {include: conv}",
        "recipients: {a: 1}",
        "recipients: [{name: a}]",
        "recipients: [{name: A, key: k, tier: full}]",
        "recipients: [{name: a, key: k, tier: full, from: today}]",
        "limits: [{view: public, quality: 5 %}]",
        "limits: [{view: public, quality: <= 5 db}]",
      })
  void whatTheSchemaRefusesTheReaderDoesToo(String line) throws YamlException {
    assertFalse(complaints(START + line).isEmpty());
    assertThrows(YamlException.class, () -> PlanFile.of(Path.of("x.ward"), START + line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {measure: test.data}                  | {}
          [{name: public, quality: 20 %}, {name: full}] | [{name: full}]
          [{name: public, quality: 20 %}, {name: full}] | [{name: a, quality: 5 %, share: 5 %}, {name: b}]
          [{name: public, quality: 20 %}, {name: full}] | [{name: a, quality: 5}, {name: b}]
          [{name: public, quality: 20 %}, {name: full}] | [{name: a, share: 5 dB}, {name: b}]
          [{name: public, quality: 20 %}, {name: full}] | [{share: 5 %}, {name: b}]
          """)
  void bothRefuseBadTiersAndMissingCards(String good, String bad) throws YamlException {
    String text = START.replace(good, bad);

    assertFalse(complaints(text).isEmpty());
    assertThrows(YamlException.class, () -> PlanFile.of(Path.of("x.ward"), text));
    assertEquals(List.of(), complaints(START));
  }

  @Test
  void theDocumentsExampleCanBeFollowed() throws IOException {
    String document = Files.readString(DOCS.resolve("exposure-plans.md"));
    int from = document.indexOf("```yaml") + 8;
    String example = document.substring(from, document.indexOf("```", from));

    assertEquals(3, PlanFile.of(Path.of("x.ward"), example).plan().tiers().size());
    assertEquals(List.of(), complaints(example));
    for (Section section : Section.values()) {
      section.keys().forEach(key -> assertTrue(document.contains("`" + key + "`"), key));
    }
  }

  @Test
  void theExampleOfSignsNamesTheCardsBesideIt() throws IOException {
    PlanFile example = PlanFile.read(DOCS.resolve("examples/glyphs.ward"));

    assertTrue(Files.exists(example.plan().data().calibrate()));
    assertTrue(Files.exists(example.plan().data().measure()));
    assertEquals(List.of(), complaints(example.text()));
    String withAll = example.text().replaceAll("(?m)^# (recipients:|  )", "$1");
    assertEquals(1, PlanFile.of(example.file(), withAll).plan().recipients().size());
  }
}
