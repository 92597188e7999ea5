// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document says all that the map does. */
class MapDocumentTest {
  @Test
  void saysWhereTheMapComesFrom() throws IOException {
    Json provenance = Maps.json(Form.JSON).at("provenance");
    assertEquals("magnitude", provenance.at("criterion").text());
    assertEquals("abc123", provenance.at("model").text());
    assertEquals("none", provenance.at("data").text());
    assertEquals("own-classes", provenance.at("truth").text());
    assertEquals("ModelWard 0.1", provenance.at("versions").text());
    assertEquals("2026-02-03T04:05:06Z", provenance.at("date").text());
    assertEquals("12", provenance.at("samples").digits());
    assertEquals("2", provenance.at("threads").digits());
    assertEquals(1.5, provenance.at("seconds").number());
  }

  @Test
  void saysWhatThereIsToSayOfTheMap() throws IOException {
    Json map = Maps.json(Form.JSON, Maps.convolution("c", 1, 2, 3, 4));
    assertEquals("modelward-importance", map.at("format").text());
    assertEquals("1", map.at("version").digits());
    assertEquals("1000", map.at("parameters").digits());
    assertEquals("8", map.at("weights").digits());
    assertEquals("4", map.at("blocks").digits());
    Json finding = map.at("findings").at(0);
    assertEquals("note", finding.at("severity").text());
    assertEquals("not \"much\"", finding.at("what").text());
    assertEquals("node 3", finding.at("where").text());
  }

  @Test
  void saysHowALayerIsCutAndWhatItsScoresComeTo() throws IOException {
    Json layers =
        Maps.json(Form.JSON, Maps.convolution("c", 1, 2, 3, 0), Maps.product("p", "v", 2))
            .at("layers");
    Json layer = layers.at(0);
    assertEquals("c", layer.at("name").text());
    assertEquals("Conv", layer.at("operator").text());
    assertEquals("c.w", layer.at("weight").text());
    assertEquals("kernel-slice", layer.at("kind").text());
    assertArrayEquals(new float[] {2, 2, 1, 2}, layer.at("dims").floats());
    assertArrayEquals(new float[] {1, 1, 1, 2}, layer.at("tile").floats());
    assertEquals("4", layer.at("blocks").digits());
    assertEquals(6, layer.at("sum").number());
    assertEquals(1.5, layer.at("mean").number());
    assertEquals(3, layer.at("max").number());
    assertEquals(0.75, layer.at("share").number());
    assertEquals(0.25, layers.at(1).at("share").number());
  }

  @Test
  void writesScoresThatReadBackToTheBit() throws IOException {
    float[] scores = {0.1f, -0f, 1 / 3f, Float.MIN_VALUE, Float.MAX_VALUE, 12345678f};
    double[] numbers = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      numbers[i] = scores[i];
    }
    Json layer = Maps.json(Form.JSON, Maps.product("p", "w", numbers)).at("layers").at(0);
    assertArrayEquals(scores, layer.at("scores").floats());
  }

  @Test
  void writesNullForInfinities() throws IOException {
    Json layer =
        Maps.json(Form.JSON, Maps.product("p", "w", Double.NEGATIVE_INFINITY, 1))
            .at("layers")
            .at(0);
    assertTrue(layer.at("scores").at(0).isNull());
    assertTrue(layer.at("sum").isNull());
    assertTrue(layer.at("share").isNull());
    assertEquals(1, layer.at("max").number());
  }

  @Test
  void knowsNoSharesWhereScoresCanBeBelowZeroOrAreAllZero() throws IOException {
    for (double score : new double[] {-1, 0}) {
      Json layers =
          Maps.json(Form.JSON, Maps.product("p", "w", score), Maps.product("q", "v", 0))
              .at("layers");
      assertTrue(layers.at(0).at("share").isNull());
      assertTrue(layers.at(1).at("share").isNull());
    }
  }

  @Test
  void keepsNamesAsTheyAre() throws IOException {
    Json layer =
        Maps.json(Form.JSON, Maps.convolution(Maps.AWKWARD, 1, 2, 3, 4)).at("layers").at(0);
    assertEquals(Maps.AWKWARD, layer.at("name").text());
    assertEquals(Maps.AWKWARD + ".w", layer.at("weight").text());
  }

  @Test
  void isADocumentEvenWhereThereAreNoLayers() throws IOException {
    assertEquals(List.of(), Maps.json(Form.JSON).at("layers").items());
  }
}
