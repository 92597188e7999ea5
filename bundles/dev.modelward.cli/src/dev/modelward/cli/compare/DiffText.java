// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.compare;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Paint;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.console.Table;
import dev.modelward.protect.compare.Comparison;
import dev.modelward.protect.compare.Difference;
import dev.modelward.protect.compare.FileChange;
import dev.modelward.protect.compare.Move;
import dev.modelward.protect.compare.Movement;
import dev.modelward.protect.compare.ViewChange;
import dev.modelward.runtime.artifact.TierView;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes for people what differs between two artifacts. */
record DiffText(GivenSide before, GivenSide after, Console console) {
  private static final String NONE = "-";

  /** Writes all of it. */
  void print(Comparison comparison) {
    side(before);
    side(after);
    console.line(comparison.kinship().words());
    reasons(comparison.differences());
    views(comparison.views());
    files(comparison.files());
    blocks(comparison.movement());
  }

  private void side(GivenSide side) {
    console.line(
        Printable.of(
            "%s: artifact %s, generation %d; %s; %s"
                .formatted(
                    side.folder(),
                    side.manifest().artifact(),
                    side.manifest().rings().generation(),
                    side.check().words(),
                    side.opened())));
  }

  private void heading(String text) {
    console.line("");
    console.line(console.screen().paint(Paint.STRONG, text));
  }

  private void reasons(List<Difference> differences) {
    if (differences.isEmpty()) {
      heading("Reasons: the manifests tell none");
      return;
    }
    heading("Reasons (" + Quantity.exact(differences.size()) + ")");
    for (Difference each : differences) {
      console.line("  " + Printable.of(each.reason().words() + " (" + each.member() + ")"));
      console.line("    " + Printable.of(given(each.before()) + " -> " + given(each.after())));
    }
  }

  private static String given(String text) {
    return text.isEmpty() ? "not told" : text;
  }

  private void views(List<ViewChange> views) {
    heading("Views (" + Quantity.exact(views.size()) + ")");
    Table table =
        new Table(
            List.of(
                Column.ofNames("View"),
                Column.ofText("Metric"),
                Column.ofNumbers("Before"),
                Column.ofNumbers("After"),
                Column.ofNumbers("Sealed before"),
                Column.ofNumbers("After")));
    for (ViewChange view : views) {
      for (String metric : metrics(view)) {
        table.row(
            Printable.of(view.tier()),
            Printable.of(metric),
            Printable.of(quality(view.before(), metric)),
            Printable.of(quality(view.after(), metric)),
            sealed(view.before()),
            sealed(view.after()));
      }
    }
    table.print(console);
  }

  /** By what a view was measured in either artifact. */
  static List<String> metrics(ViewChange view) {
    TreeSet<String> metrics = new TreeSet<>();
    Stream.of(view.before(), view.after())
        .flatMap(Optional::stream)
        .forEach(tier -> tier.quality().forEach(each -> metrics.add(each.metric())));
    return metrics.isEmpty() ? List.of(NONE) : List.copyOf(metrics);
  }

  private static String quality(Optional<TierView> view, String metric) {
    return view.stream()
        .flatMap(tier -> tier.quality().stream())
        .filter(each -> each.metric().equals(metric))
        .map(TierView.Measured::value)
        .findFirst()
        .orElse(NONE);
  }

  private static String sealed(Optional<TierView> view) {
    return view.map(tier -> Quantity.exact(tier.sealed())).orElse(NONE);
  }

  private void files(List<FileChange> files) {
    heading("Files");
    Table table =
        new Table(List.of(Column.ofText("File"), Column.ofText("Bytes"), Column.ofText("")));
    files.forEach(file -> table.row(file.file(), file.isSame() ? "same" : "other", file.words()));
    table.print(console);
  }

  private void blocks(Movement movement) {
    if (before.side().locations().opened() == 0 || after.side().locations().opened() == 0) {
      heading("Blocks: not to be seen");
      console.line(
          "  Which blocks a ring holds is told by the opened ring only. Give the vendor's");
      console.line("  keys (--keys, --key-file), or a grant for each artifact (--grant).");
      return;
    }
    heading(
        "Blocks (%s of %s sealed ones moved)"
            .formatted(Quantity.exact(movement.moved()), Quantity.exact(movement.compared())));
    hidden(movement);
    movement
        .apart()
        .forEach(
            layer -> console.line("  Not compared, since shapes differ: " + Printable.of(layer)));
    if (!movement.moves().isEmpty()) {
      moves(movement.moves());
    }
  }

  private void hidden(Movement movement) {
    if (!before.side().isOpen() || !after.side().isOpen()) {
      console.line("  What is in no opened ring may be public or in a closed one, and blocks that");
      console.line("  are in closed rings of both are not counted.");
    }
    if (movement.unsure() > 0) {
      console.line("  Of %s more it is not known.".formatted(Quantity.exact(movement.unsure())));
    }
  }

  private void moves(List<Move> moves) {
    Table table =
        new Table(
            List.of(
                Column.ofNames("Layer"),
                Column.ofText("From tier"),
                Column.ofText("To tier"),
                Column.ofNumbers("Blocks"),
                Column.ofNumbers("Weights")));
    for (Move move : moves) {
      table.row(
          Printable.of(move.layer()),
          Printable.of(move.from().toString()),
          Printable.of(move.to().toString()),
          Quantity.exact(move.blocks()),
          Quantity.exact(move.weights()));
    }
    table.print(console);
  }
}
