// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.console.Table;
import dev.modelward.cli.work.Version;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.protect.importance.ScoredLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** What an analysis has come to: how it was made, and where the important blocks lie. */
record AnalysisReport(Path model, GivenMap made) {
  private static final int SCHEMA = 1;
  private static final double TOP = 0.01;

  /** What a layer has of all scores, if they can be divided, and of the blocks that come first. */
  private record Row(ScoredLayer layer, double share, double ofTop) {}

  private ImportanceMap map() {
    return made.map();
  }

  private List<Row> rows() {
    List<Choice.Part> top = Ranking.global().choose(map(), TOP).spread();
    double[] sums = map().layers().stream().mapToDouble(AnalysisReport::sum).toArray();
    double all = 0;
    for (double sum : sums) {
      all += sum;
    }
    boolean canBeDivided = all > 0 && map().layers().stream().noneMatch(AnalysisReport::goesBelow);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      double share = canBeDivided ? sums[i] / all : Double.NaN;
      rows.add(new Row(map().layers().get(i), share, top.get(i).ofChoice()));
    }
    return rows;
  }

  private static double sum(ScoredLayer layer) {
    return LongStream.range(0, layer.scores().count()).mapToDouble(layer.scores()::at).sum();
  }

  private static boolean goesBelow(ScoredLayer layer) {
    return LongStream.range(0, layer.scores().count()).anyMatch(i -> layer.scores().at(i) < 0);
  }

  void print(Console console) {
    Provenance provenance = map().provenance();
    Provenance.Cost cost = provenance.cost();
    console.line("Criterion: " + made.criterion());
    console.line("Held against: " + provenance.truth().words());
    console.line(
        "Cost: %s samples, %s, %s s"
            .formatted(
                Quantity.exact(cost.samples()),
                cost.threads() == 1 ? "1 thread" : cost.threads() + " threads",
                String.format(Locale.ROOT, "%.1f", cost.seconds())));
    for (Finding finding : map().findings()) {
      console.line(Printable.of(finding.toString()));
    }
    table().print(console);
    console.line(
        "%s: %s blocks of %s weights in %d layers; the model has %s parameters"
            .formatted(
                made.file(),
                Quantity.shortCount(map().blocks()),
                Quantity.shortCount(map().weights()),
                map().layers().size(),
                Quantity.shortCount(map().parameters())));
  }

  private Table table() {
    Table table =
        new Table(
            List.of(
                Column.ofNames("Layer"),
                Column.ofText("Kind"),
                Column.ofNumbers("Blocks"),
                Column.ofNumbers("Weights").extra(),
                Column.ofNumbers("Score"),
                Column.ofNumbers("Top 1 %")));
    for (Row row : rows()) {
      table.row(
          Printable.of(row.layer().name()),
          row.layer().kind().toString(),
          Quantity.exact(row.layer().scores().count()),
          Quantity.exact(row.layer().weights()),
          Double.isFinite(row.share()) ? Percent.ofTenths(row.share()) : "-",
          Percent.ofTenths(row.ofTop()));
    }
    return table;
  }

  JsonText json() throws IOException {
    Provenance provenance = map().provenance();
    return new JsonText()
        .put("schema", SCHEMA)
        .put("version", Version.ofBundle())
        .put("model", model.toString())
        .put("file", made.file().toString())
        .put("criterion", made.criterion())
        .put("truth", provenance.truth().words())
        .put("samples", provenance.cost().samples())
        .put("threads", provenance.cost().threads())
        .put("seconds", provenance.cost().seconds())
        .put("parameters", map().parameters())
        .put("weights", map().weights())
        .put("blocks", map().blocks())
        .put("findings", map().findings().stream().map(AnalysisReport::json).toList())
        .put("layers", rows().stream().map(AnalysisReport::json).toList());
  }

  private static JsonText json(Finding finding) {
    return new JsonText()
        .put("severity", finding.severity().toString())
        .put("what", finding.what())
        .put("where", finding.where());
  }

  private static JsonText json(Row row) {
    return new JsonText()
        .put("name", row.layer().name())
        .put("operator", row.layer().operator())
        .put("weight", row.layer().weight())
        .put("kind", row.layer().kind().toString())
        .put("blocks", row.layer().scores().count())
        .put("weights", row.layer().weights())
        .put("share", row.share())
        .put("ofTop", row.ofTop());
  }
}
