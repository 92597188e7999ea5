// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.console.Table;
import dev.modelward.cli.work.Version;
import dev.modelward.protect.importance.Comparison;
import dev.modelward.protect.importance.Ranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How far two maps agree: in all, and in each layer. */
record ComparisonReport(
    GivenMap one, GivenMap other, double share, double overlap, List<Row> rows) {
  private static final int SCHEMA = 1;

  /** How alike a layer's blocks are ordered, and how much of its own top is common to both. */
  record Row(Comparison.Agreement agreement, double overlap) {}

  ComparisonReport {
    rows = List.copyOf(rows);
  }

  static ComparisonReport of(GivenMap one, GivenMap other, Comparison comparison, double share) {
    List<Comparison.Agreement> agreements = comparison.byLayer();
    List<Double> overlaps = comparison.overlapByLayer(share);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < agreements.size(); i++) {
      rows.add(new Row(agreements.get(i), overlaps.get(i)));
    }
    return new ComparisonReport(
        one, other, share, comparison.overlap(Ranking.global(), share), rows);
  }

  private boolean areOfOneModel() {
    return one.map().provenance().model().equals(other.map().provenance().model());
  }

  void print(Console console) {
    console.line(one.file() + ": " + one.criterion());
    console.line(other.file() + ": " + other.criterion());
    if (!areOfOneModel()) {
      console.line("The maps are of different models with the same layers.");
    }
    String top = Percent.ofDigits(share);
    console.line(
        "Of the top %s of all blocks, %s are common to both."
            .formatted(top, Percent.ofTenths(overlap)));
    Table table =
        new Table(
            List.of(
                Column.ofNames("Layer"),
                Column.ofNumbers("Blocks"),
                Column.ofNumbers("Rank correlation"),
                Column.ofNumbers("Common in top " + top)));
    for (Row row : rows) {
      table.row(
          Printable.of(row.agreement().layer()),
          Quantity.exact(row.agreement().blocks()),
          String.format(Locale.ROOT, "%.3f", row.agreement().correlation()),
          Double.isFinite(row.overlap()) ? Percent.ofTenths(row.overlap()) : "-");
    }
    table.print(console);
  }

  JsonText json() throws IOException {
    return new JsonText()
        .put("schema", SCHEMA)
        .put("version", Version.ofBundle())
        .put("maps", List.of(json(one), json(other)))
        .put("share", share)
        .put("overlap", overlap)
        .put("layers", rows.stream().map(ComparisonReport::json).toList());
  }

  private static JsonText json(GivenMap given) {
    return new JsonText()
        .put("file", given.file().toString())
        .put("criterion", given.criterion())
        .put("model", given.map().provenance().model());
  }

  private static JsonText json(Row row) {
    return new JsonText()
        .put("name", row.agreement().layer())
        .put("blocks", row.agreement().blocks())
        .put("correlation", row.agreement().correlation())
        .put("overlap", row.overlap());
  }
}
