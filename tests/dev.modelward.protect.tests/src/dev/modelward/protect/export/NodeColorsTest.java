// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The node data has a value for each node and colors from the least to the greatest. */
class NodeColorsTest {
  @Test
  void givesEveryNodeItsMeanScoreForEachWeight() throws IOException {
    Json data =
        Maps.json(
            Form.MODEL_EXPLORER,
            Maps.convolution("/c/Conv", 1, 2, 3, 2),
            Maps.product("p", "v", 2));
    assertEquals(List.of("/c/Conv", "p"), data.at("results").keys());
    assertEquals(1, data.at("results").at("/c/Conv").at("value").number());
    assertEquals(2, data.at("results").at("p").at("value").number());
  }

  @Test
  void givesEveryNodeItsShareOfAllScores() throws IOException {
    Json data =
        Maps.json(
            Form.MODEL_EXPLORER_SHARE,
            Maps.convolution("c", 1, 2, 3, 0),
            Maps.product("p", "v", 2));
    assertEquals(0.75, data.at("results").at("c").at("value").number());
    assertEquals(0.25, data.at("results").at("p").at("value").number());
  }

  @Test
  void givesANodeOfSeveralWeightsOneValue() throws IOException {
    Json data =
        Maps.json(
            Form.MODEL_EXPLORER, Maps.product("rnn", "w", 1, 2, 3), Maps.product("rnn", "r", 10));
    assertEquals(List.of("rnn"), data.at("results").keys());
    assertEquals(4, data.at("results").at("rnn").at("value").number());
  }

  @ParameterizedTest
  @EnumSource(names = {"MODEL_EXPLORER", "MODEL_EXPLORER_SHARE"})
  void hasResultsAtTheTopSoThatTheGraphShownIsMeant(Form form) throws IOException {
    assertEquals(List.of("name", "results", "gradient"), Maps.json(form).keys());
    assertEquals(List.of(), Maps.json(form).at("results").keys());
  }

  @ParameterizedTest
  @EnumSource(names = {"MODEL_EXPLORER", "MODEL_EXPLORER_SHARE"})
  void leavesOutANodeWithoutANumber(Form form) throws IOException {
    Json data = Maps.json(form, Maps.product("p", "w", Double.NEGATIVE_INFINITY));
    assertEquals(List.of(), data.at("results").keys());
  }

  @Test
  void spacesColorsByPowersOfTenWhereScoresStartAtZero() throws IOException {
    assertEquals(
        List.of(0.0, 0.001, 0.01, 0.1, 1.0),
        stops(Maps.json(Form.MODEL_EXPLORER, Maps.product("p", "w", 0, 1))));
  }

  @Test
  void spacesColorsEvenlyWhereScoresCanBeBelowZero() throws IOException {
    assertEquals(
        List.of(0.0, 0.25, 0.5, 0.75, 1.0),
        stops(Maps.json(Form.MODEL_EXPLORER, Maps.product("p", "w", -1, 1))));
  }

  private static List<Double> stops(Json data) {
    List<Json> gradient = data.at("gradient").items();
    assertTrue(gradient.stream().allMatch(c -> c.at("bgColor").text().matches("#[0-9a-f]{6}")));
    return gradient.stream().map(color -> color.at("stop").number()).toList();
  }

  @Test
  void keepsTheNamesOfNodesAsTheyAre() throws IOException {
    Json data = Maps.json(Form.MODEL_EXPLORER, Maps.product(Maps.AWKWARD, "w", 1));
    assertEquals(List.of(Maps.AWKWARD), data.at("results").keys());
  }
}
