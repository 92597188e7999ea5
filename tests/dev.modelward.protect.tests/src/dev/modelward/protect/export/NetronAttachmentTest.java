// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The attachment has the rows that Netron looks for. */
class NetronAttachmentTest {
  /** The rows of a part as Netron keeps them: by kind, target and name. */
  private static Map<List<String>, Json> rows(Json attachment, String part) {
    Map<List<String>, Json> rows = new HashMap<>();
    for (Json row : attachment.at(part).items()) {
      assertEquals(List.of("kind", "target", "name", "value"), row.keys());
      List<String> key =
          List.of(row.at("kind").text(), row.at("target").text(), row.at("name").text());
      rows.put(key, row.at("value"));
    }
    return rows;
  }

  private static double number(Map<List<String>, Json> rows, String... key) {
    return rows.getOrDefault(List.of(key), new Json.OfNull()).number();
  }

  @Test
  void bearsTheSignatureByWhichNetronKnowsIt() throws IOException {
    Json attachment = Maps.json(Form.NETRON);
    assertEquals("netron:attachment", attachment.at("signature").text());
    assertEquals(List.of("signature", "metadata", "metrics"), attachment.keys());
  }

  @Test
  void tellsOfTheModelUnderTheEmptyTarget() throws IOException {
    Json attachment = Maps.json(Form.NETRON, Maps.convolution("c", 1, 2, 3, 4));
    Map<List<String>, Json> metadata = rows(attachment, "metadata");
    assertEquals(new Json.OfText("magnitude"), metadata.get(List.of("model", "", "importance by")));
    assertEquals(4, number(rows(attachment, "metrics"), "model", "", "blocks"));
    assertEquals(10, number(rows(attachment, "metrics"), "model", "", "importance sum"));
  }

  @Test
  void tellsOfTensorsByTheNameOfTheWeight() throws IOException {
    Json attachment =
        Maps.json(Form.NETRON, Maps.convolution("c", 1, 2, 3, 0), Maps.product("p", "v", 2));
    assertEquals(
        new Json.OfText("kernel-slice"),
        rows(attachment, "metadata").get(List.of("tensor", "c.w", "blocks of")));
    Map<List<String>, Json> metrics = rows(attachment, "metrics");
    assertEquals(0.75, number(metrics, "tensor", "c.w", "importance"));
    assertEquals(0.75, number(metrics, "tensor", "c.w", "importance share"));
    assertEquals(6, number(metrics, "tensor", "c.w", "importance sum"));
    assertEquals(3, number(metrics, "tensor", "c.w", "importance max"));
    assertEquals(4, number(metrics, "tensor", "c.w", "blocks"));
    assertEquals(0.25, number(metrics, "tensor", "v", "importance share"));
  }

  @Test
  void tellsOfANodeWhatItsWeightsComeToTogether() throws IOException {
    Json attachment =
        Maps.json(Form.NETRON, Maps.product("rnn", "w", 1, 2, 3), Maps.product("rnn", "r", 10));
    Map<List<String>, Json> metrics = rows(attachment, "metrics");
    assertEquals(4, number(metrics, "node", "rnn", "importance"));
    assertEquals(1, number(metrics, "node", "rnn", "importance share"));
    assertEquals(4, number(metrics, "node", "rnn", "blocks"));
    assertEquals(10, number(metrics, "tensor", "r", "importance"));
  }

  @Test
  void cutsNamesAtTheFirstLineBreakAsNetronDoes() throws IOException {
    Json attachment = Maps.json(Form.NETRON, Maps.product("a\nb", "w\nx", 5));
    Map<List<String>, Json> metrics = rows(attachment, "metrics");
    assertEquals(5, number(metrics, "node", "a", "importance"));
    assertEquals(5, number(metrics, "tensor", "w", "importance"));
  }

  @Test
  void hasNoRowsForWhatIsNoNumber() throws IOException {
    Json attachment = Maps.json(Form.NETRON, Maps.product("p", "w", Double.POSITIVE_INFINITY));
    Map<List<String>, Json> metrics = rows(attachment, "metrics");
    assertEquals(1, number(metrics, "tensor", "w", "blocks"));
    assertFalse(metrics.containsKey(List.of("tensor", "w", "importance")));
    assertTrue(metrics.values().stream().noneMatch(Json::isNull));
  }
}
