// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.console.Table;
import dev.modelward.cli.work.Version;
import dev.modelward.protect.curve.Curve;
import dev.modelward.protect.curve.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How good a model is with decoys, by some maps. */
record CurveReport(Path model, Path data, List<MeasuredCurve> curves) {
  private static final int SCHEMA = 1;

  CurveReport {
    curves = List.copyOf(curves);
  }

  void print(Console console) {
    Curve first = curves.getFirst().curve();
    int seeds = first.points().getFirst().values().size();
    console.line(
        "%s without decoys: %s %s"
            .formatted(model.getFileName(), first.metric().word(), number(first.plain())));
    console.line(
        "With decoys in the first blocks, mean of %s:"
            .formatted(seeds == 1 ? "1 seed" : seeds + " seeds"));
    Table table =
        new Table(
            List.of(
                Column.ofNames("Map"),
                Column.ofText("Criterion"),
                Column.ofNumbers("Asked"),
                Column.ofNumbers("Of layers"),
                Column.ofNumbers("Of all"),
                Column.ofNumbers("Blocks"),
                Column.ofNumbers("Mean"),
                Column.ofNumbers("95 % from"),
                Column.ofNumbers("to"),
                Column.ofText("Spread").extra()));
    for (MeasuredCurve curve : curves) {
      curve.curve().points().forEach(point -> table.row(cells(curve.given(), point)));
    }
    table.print(console);
  }

  private static String[] cells(GivenMap given, Point point) {
    return new String[] {
      Printable.of(String.valueOf(given.file().getFileName())),
      given.kind(),
      Percent.ofDigits(point.asked()),
      Percent.ofDigits(point.choice().share()),
      Percent.ofDigits(point.choice().shareOfAll()),
      Quantity.exact(point.choice().count()),
      number(point.mean()),
      number(point.interval().low()),
      number(point.interval().high()),
      Printable.of(Spread.of(point.choice()).toString())
    };
  }

  private static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "-";
  }

  JsonText json() throws IOException {
    Curve first = curves.getFirst().curve();
    return new JsonText()
        .put("schema", SCHEMA)
        .put("version", Version.ofBundle())
        .put("model", model.toString())
        .put("data", data.toString())
        .put("metric", first.metric().word())
        .put("plain", first.plain())
        .put("curves", curves.stream().map(CurveReport::json).toList());
  }

  private static JsonText json(MeasuredCurve measured) {
    Curve curve = measured.curve();
    return new JsonText()
        .put("map", measured.given().file().toString())
        .put("criterion", measured.given().criterion())
        .put("ranking", RankingOptions.word(curve.ranking()))
        .put("cap", curve.ranking().cap())
        .put("points", curve.points().stream().map(CurveReport::json).toList());
  }

  private static JsonText json(Point point) {
    Spread spread = Spread.of(point.choice());
    JsonText text =
        new JsonText()
            .put("asked", point.asked())
            .put("share", point.choice().share())
            .put("shareOfAll", point.choice().shareOfAll())
            .put("blocks", point.choice().count())
            .put("weights", point.choice().weights())
            .put("mean", point.mean())
            .put("low", point.interval().low())
            .put("high", point.interval().high())
            .putNumbers("values", point.values())
            .put("layers", spread.layers());
    return spread
        .largest()
        .map(largest -> text.put("largestLayer", largest.layer()).put("largest", largest.part()))
        .orElseGet(() -> text.putNull("largestLayer").put("largest", 0.0));
  }
}
