// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.protect.importance.ScoredLayer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table has a row for each block. */
class BlockTableTest {
  private static final String HEADER =
      "layer,operator,weight,kind,block,place,weights,score,score_per_weight\r\n";

  @Test
  void hasARowForEachBlockInTheOrderOfTheGrid() throws IOException {
    assertEquals(
        HEADER
            + "c,Conv,c.w,kernel-slice,0,0/0/0/0,2,1.0,0.5\r\n"
            + "c,Conv,c.w,kernel-slice,1,0/1/0/0,2,0.25,0.125\r\n"
            + "c,Conv,c.w,kernel-slice,2,1/0/0/0,2,-3.0,-1.5\r\n"
            + "c,Conv,c.w,kernel-slice,3,1/1/0/0,2,0.0,0.0\r\n"
            + "p,MatMul,v,neuron,0,0/0,1,7.0,7.0\r\n",
        Maps.text(
            Form.CSV, Maps.of(Maps.convolution("c", 1, 0.25, -3, 0), Maps.product("p", "v", 7))));
  }

  @Test
  void isAHeaderWhereThereAreNoLayers() throws IOException {
    assertEquals(HEADER, Maps.text(Form.CSV, Maps.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a,b", "a\"b", "\"", "a\nb", "a\rb", Maps.AWKWARD})
  void quotesNamesSoThatTheyReadBack(String name) throws IOException {
    String row = rest(Maps.product(name, "w", 1));
    boolean isQuoted = row.startsWith("\"");
    String field =
        isQuoted
            ? row.substring(1, row.lastIndexOf("\",MatMul")).replace("\"\"", "\"")
            : row.substring(0, row.indexOf(','));
    assertEquals(name, field);
    assertEquals(!name.equals("plain"), isQuoted);
    assertTrue(row.endsWith(",MatMul,w,neuron,0,0/0,1,1.0,1.0\r\n"), row);
  }

  @Test
  void writesScoresThatReadBackToTheBitInAnyLocale() throws IOException {
    List<Float> scores =
        List.of(0.1f, -0f, 1 / 3f, Float.MIN_VALUE, Float.MAX_VALUE, 1.17549435e-38f, 12345678f);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      double[] numbers = scores.stream().mapToDouble(Float::doubleValue).toArray();
      String[] rows = rest(Maps.product("p", "w", numbers)).split("\r\n");
      List<Float> read =
          Arrays.stream(rows).map(row -> Float.parseFloat(row.split(",")[7])).toList();
      assertEquals(scores, read);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writesInfinitiesInWords() throws IOException {
    String rows = rest(Maps.product("p", "w", Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
    assertEquals(
        "p,MatMul,w,neuron,0,0/0,1,Infinity,Infinity\r\n"
            + "p,MatMul,w,neuron,1,0/1,1,-Infinity,-Infinity\r\n",
        rows);
  }

  private static String rest(ScoredLayer layer) throws IOException {
    return Maps.text(Form.CSV, Maps.of(layer)).substring(HEADER.length());
  }
}
