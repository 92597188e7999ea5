// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.ui.plan.source.Span.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

  private static List<String> pieces(Kind kind, String text) {
    return Span.of(text).stream()
        .filter(span -> span.kind() == kind)
        .map(span -> text.substring(span.offset(), span.offset() + span.length()))
        .toList();
  }

  private static final String TEXT =
      """
      # a plan: of "ours"
      model: it's#1.onnx # 5 %
      tiers:
        - {name: basic, share: 0.5 %, quality: "<= 70 %"}
      seeds: 5
      recipients: [{until: 2027-12-31, key: 'a: b'}]
      """;

  @Test
  void tellsKeysFromWhatStandsBehindThem() {
    assertEquals(
        List.of(
            "model", "tiers", "name", "share", "quality", "seeds", "recipients", "until", "key"),
        pieces(Kind.KEY, TEXT));
  }

  @Test
  void tellsAmountsAndQuotesAndComments() {
    assertEquals(List.of("0.5 %", "5", "2027-12-31"), pieces(Kind.AMOUNT, TEXT));
    assertEquals(List.of("\"<= 70 %\"", "'a: b'"), pieces(Kind.QUOTED, TEXT));
    assertEquals(List.of("# a plan: of \"ours\"", "# 5 %"), pieces(Kind.COMMENT, TEXT));
  }

  @Test
  void leavesNothingOut() {
    int end = 0;
    for (Span span : Span.of(TEXT)) {
      assertEquals(end, span.offset());
      end += span.length();
    }
    assertEquals(TEXT.length(), end);
  }
}
