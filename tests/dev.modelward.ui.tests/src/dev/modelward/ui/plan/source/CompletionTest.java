// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.protect.plan.text.Vocabulary;
import dev.modelward.ui.plan.sheet.PlanSheet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
  private static final PlanSheet SHEET =
      PlanSheet.of(
          Path.of("net.ward"), "model: net.onnx\ntiers: [{name: public}, {name: basic}]\n");

  private static List<String> offers(String text) {
    return Caret.at(text, text.length())
        .map(caret -> new Completion(caret, SHEET, KeyHelp.ours()).offers())
        .orElse(List.of())
        .stream()
        .map(Completion.Offer::word)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'mod','',''",
    "'model: n','',model",
    "'data:\n  mea',data,''",
    "'data: {mea',data,''",
    "'data: {measure: a, cal',data,''",
    "'tiers:\n- na',tiers,''",
    "'tiers:\n  - name: public\n    qua',tiers,''",
    "'limits:\n  - {view: a, quality: ',limits,quality",
    "'limits:\n  - view: pu',limits,view",
    "'ranking:\n  over: per',ranking,over",
    "'layers:\n  kinds: [head, neu',layers,kinds",
    "'layers:\n  kinds:\n    - neu',layers,kinds"
  })
  void knowsWhereSomebodyWrites(String text, String section, String key) {
    Caret caret = Caret.at(text, text.length()).orElseThrow();
    assertEquals(section, caret.section());
    assertEquals(key, caret.key());
  }

  @Test
  void offersTheKeysThatMayStandThere() {
    assertEquals(List.of("data", "decoys"), offers("d"));
    assertEquals(List.of("name", "quality", "share"), offers("tiers:\n  - "));
    assertEquals(List.of("until"), offers("recipients:\n  - {name: a, u"));
    assertEquals(List.of(), offers("mo"), "the model is there already");
  }

  @Test
  void offersTheWordsThatMayStandBehindAKey() {
    assertEquals(List.of("global", "per-layer"), offers("ranking:\n  over: "));
    assertEquals(List.of("neuron"), offers("layers:\n  kinds: [head, neu"));
    assertEquals(List.of("basic"), offers("recipients:\n  - tier: b"));
    assertEquals(List.of("public", "basic"), offers("limits: [{view: "));
  }

  @Test
  void offersNothingInComments() {
    assertEquals(Optional.empty(), Caret.at("data: # mea", 11));
  }

  @Test
  void everyKeyIsExplained() {
    KeyHelp help = KeyHelp.ours();
    for (String key : Vocabulary.keys()) {
      assertTrue(help.of(key).isPresent(), key);
      for (String inner : Vocabulary.keys(key)) {
        assertTrue(help.of(key + "." + inner).isPresent(), key + "." + inner);
      }
    }
  }
}
