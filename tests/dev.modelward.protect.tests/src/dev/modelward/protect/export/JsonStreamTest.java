// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.protect.export.JsonStream.Layout;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put in order comes out as JSON. */
class JsonStreamTest {
  private final StringWriter out = new StringWriter();
  private final JsonStream json = new JsonStream(out);

  @Test
  void laysOutLinesAndRows() throws IOException {
    json.object(Layout.LINES).key("a").array(Layout.INLINE).value(1).value(2.5f).end();
    json.key("b").array(Layout.LINES).object(Layout.INLINE).key("c").value("d").end();
    json.object(Layout.INLINE).key("e").value(1e-9).key("f").value(3).end().end().end();
    assertEquals(
        """
        {
          "a": [1, 2.5],
          "b": [
            {"c": "d"},
            {"e": 1.0E-9, "f": 3}
          ]
        }
        """,
        out.toString());
  }

  @Test
  void leavesNothingBetweenBracketsThatHoldNothing() throws IOException {
    json.array(Layout.LINES).object(Layout.LINES).end().array(Layout.INLINE).end().end();
    assertEquals("[\n  {},\n  []\n]\n", out.toString());
  }

  @Test
  void writesNullForWhatIsNoNumber() throws IOException {
    json.array(Layout.INLINE).value(Float.NaN).value(Float.POSITIVE_INFINITY);
    json.value(Double.NaN).value(Double.NEGATIVE_INFINITY).value(-0.0).end();
    assertEquals("[null, null, null, null, -0.0]\n", out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "\u0000\u001f\u007f\u2028", "\"\\/\b\f\n\r\t", Maps.AWKWARD})
  void escapesTextInAsciiSoThatItReadsBack(String text) throws IOException {
    json.object(Layout.INLINE).key(text).value(text).end();
    assertEquals(text, Json.read(out.toString()).at(text).text());
    assertEquals(-1, out.toString().chars().filter(c -> c > '~').findAny().orElse(-1));
  }
}
