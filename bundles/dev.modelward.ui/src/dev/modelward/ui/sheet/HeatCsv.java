// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.sheet;

import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.LayerRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The layers of a divided map as comma-separated values with a header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class HeatCsv {
  private static final String END_OF_LINE = "\r\n";
  private static final List<String> TITLES =
      List.of(
          "layer",
          "operator",
          "weight",
          "blocks",
          "weights_of_block",
          "share_of_weights",
          "share_of_scores",
          "sealed",
          "tier");

  private HeatCsv() {}

  /** The table. */
  public static String of(Division division) {
    Stream<List<String>> rows =
        IntStream.range(0, division.summary().rows().size())
            .mapToObj(layer -> cells(division, layer));
    return Stream.concat(Stream.of(TITLES), rows)
        .map(cells -> cells.stream().map(HeatCsv::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining(END_OF_LINE, "", END_OF_LINE));
  }

  private static List<String> cells(Division division, int layer) {
    LayerRow row = division.summary().rows().get(layer);
    return List.of(
        row.name(),
        row.operator(),
        row.weight(),
        String.valueOf(row.blocks()),
        String.valueOf(row.taps()),
        plain(row.ofWeights()),
        plain(row.ofScores()),
        plain(division.sealed(layer)),
        String.valueOf(division.tier(layer)));
  }

  private static String plain(double share) {
    return String.format(Locale.ROOT, "%.6f", share);
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
