// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table that {@code modelward curve --csv} writes, one row for each measured point. */
public final class CurveFile {
  private static final String ASKED = "asked";

  private final List<Map<String, String>> rows = new ArrayList<>();

  private CurveFile(List<List<String>> lines) {
    List<String> titles = lines.isEmpty() ? List.of() : lines.getFirst();
    for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < Math.min(titles.size(), line.size()); i++) {
        row.put(titles.get(i), line.get(i));
      }
      rows.add(row);
    }
  }

  /** Reads a table. */
  public static CurveFile read(Path file) throws IOException {
    return new CurveFile(Cells.of(Files.readString(file)));
  }

  static CurveFile of(String text) {
    return new CurveFile(Cells.of(text));
  }

  /**
   * What was measured by the map of a file name, over all layers; rows that say nothing are left
   * out.
   */
  public Prediction of(Path map) {
    List<Map<String, String>> mine =
        rows.stream()
            .filter(row -> name(text(row, "map")).equals(name(map.toString())))
            .filter(row -> text(row, "ranking").equals("global"))
            .filter(row -> Double.isFinite(number(row, ASKED)))
            .filter(row -> Double.isFinite(number(row, "mean")))
            .toList();
    if (mine.isEmpty()) {
      return Prediction.NONE;
    }
    return new Prediction(
        text(mine.getFirst(), "metric"),
        number(mine.getFirst(), "plain"),
        mine.stream().map(CurveFile::measurement).toList());
  }

  private static Measurement measurement(Map<String, String> row) {
    double mean = number(row, "mean");
    double low = number(row, "low");
    double high = number(row, "high");
    // a single seed has no interval
    return new Measurement(
        number(row, ASKED),
        mean,
        Double.isFinite(low) ? low : mean,
        Double.isFinite(high) ? high : mean);
  }

  private static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static String text(Map<String, String> row, String title) {
    return row.getOrDefault(title, "");
  }

  private static double number(Map<String, String> row, String title) {
    try {
      return Double.parseDouble(text(row, title));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
