// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.WholeFile;
import dev.modelward.protect.curve.Curve;
import dev.modelward.protect.curve.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Curves as a table by RFC 4180, with a row for each point. */
record CurveTable(List<MeasuredCurve> curves) {
  private static final String END = "\r\n";
  private static final List<String> TITLES =
      List.of(
          "map",
          "criterion",
          "ranking",
          "cap",
          "metric",
          "plain",
          "asked",
          "share",
          "share_of_all",
          "blocks",
          "weights",
          "seeds",
          "mean",
          "low",
          "high",
          "layers",
          "largest_layer",
          "largest");

  CurveTable {
    curves = List.copyOf(curves);
  }

  void write(Path file) throws IOException {
    WholeFile.write(file, Bytes.of(toString())::writeTo);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(line(TITLES));
    for (MeasuredCurve curve : curves) {
      curve.curve().points().forEach(point -> text.append(line(cells(curve, point))));
    }
    return text.toString();
  }

  private static List<?> cells(MeasuredCurve measured, Point point) {
    Curve curve = measured.curve();
    Spread spread = Spread.of(point.choice());
    return List.of(
        measured.given().file(),
        measured.given().criterion(),
        RankingOptions.word(curve.ranking()),
        curve.ranking().cap(),
        curve.metric().word(),
        curve.plain(),
        point.asked(),
        point.choice().share(),
        point.choice().shareOfAll(),
        point.choice().count(),
        point.choice().weights(),
        point.values().size(),
        point.mean(),
        point.interval().low(),
        point.interval().high(),
        spread.layers(),
        spread.largest().map(Spread.Largest::layer).orElse(""),
        spread.largest().map(Spread.Largest::part).orElse(0.0));
  }

  private static String line(List<?> cells) {
    return cells.stream().map(CurveTable::cell).collect(Collectors.joining(",")) + END;
  }

  private static String cell(Object value) {
    boolean isNone = value instanceof Double number && !Double.isFinite(number);
    String text = isNone ? "" : value.toString();
    boolean isPlain = text.chars().noneMatch(unit -> "\",\r\n".indexOf(unit) >= 0);
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
