// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.text.Vocabulary;
import dev.modelward.ui.model.Figures;
import dev.modelward.ui.plan.evidence.LastBuild;
import dev.modelward.ui.plan.evidence.Worth;
import dev.modelward.ui.plan.form.Cell.Mark;
import dev.modelward.ui.plan.form.Column.Side;
import dev.modelward.ui.plan.live.LivePlan;
import dev.modelward.ui.plan.sheet.Aim;
import dev.modelward.ui.plan.sheet.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The columns of views: what each aims at, what it is worth, what it must keep, and whether. */
record ViewColumns(LivePlan plan, Supplier<LastBuild> build) {
  private static final String NAME = "name";
  private static final String QUALITY = "quality";

  List<Column> all() {
    return List.of(
        new Column(Messages.column_view, 150, Side.LEFT, row -> Cell.of(row.text(NAME)), name()),
        new Column(Messages.column_aim, 130, Side.LEFT, row -> Cell.of(word(Aim.of(row))), aim()),
        new Column(Messages.column_target, 90, Side.RIGHT, ViewColumns::target, amount()),
        new Column(Messages.column_sealed, 140, Side.RIGHT, this::sealed, new Input.None()),
        new Column(Messages.column_measured, 100, Side.RIGHT, this::measured, new Input.None()),
        new Column(Messages.column_limit, 170, Side.RIGHT, this::limit, limits()),
        new Column(Messages.column_verdict, 140, Side.LEFT, this::verdict, new Input.None()));
  }

  private static Input name() {
    return new Input.Typed(
        row -> Optional.of(row.text(NAME)),
        (row, value) -> Vocabulary.complaint("tiers.name", value),
        (form, row, value) -> form.set(row, NAME, value));
  }

  private static Input aim() {
    return new Input.Chosen(
        row -> Arrays.stream(Aim.values()).map(ViewColumns::word).toList(),
        row -> word(Aim.of(row)),
        (form, row, value) -> {
          for (Aim aim : Aim.values()) {
            if (word(aim).equals(value)) {
              return form.aim(row, aim);
            }
          }
          return form.sheet().text();
        });
  }

  private static String word(Aim aim) {
    return switch (aim) {
      case QUALITY -> Messages.aim_quality;
      case SHARE -> Messages.aim_share;
      case EVERYTHING -> Messages.aim_everything;
    };
  }

  private static Cell target(Row row) {
    return Cell.of(row.text(Aim.of(row).key()));
  }

  private static Input amount() {
    return new Input.Typed(
        row ->
            Optional.of(row.text(Aim.of(row).key())).filter(text -> Aim.of(row) != Aim.EVERYTHING),
        (row, value) -> Vocabulary.complaint("tiers." + Aim.of(row).key(), value),
        (form, row, value) -> form.set(row, Aim.of(row).key(), value));
  }

  private Cell sealed(Row row) {
    return build.get().sealed(row.text(NAME)).map(Figures::exact).map(Cell::of).orElse(unknown());
  }

  private Cell measured(Row row) {
    return build.get().worth(row.text(NAME)).map(Worth::toString).map(Cell::of).orElse(unknown());
  }

  private static Cell unknown() {
    return Cell.quiet(Messages.unknown);
  }

  private String bounds(Row row) {
    return plan.sheet().limits(row.text(NAME)).stream()
        .map(limit -> limit.text(QUALITY))
        .collect(Collectors.joining(", "));
  }

  private Cell limit(Row row) {
    return bounds(row).isEmpty() ? Cell.quiet(Messages.no_limit) : Cell.of(bounds(row));
  }

  private Input limits() {
    return new Input.Typed(
        row -> Optional.of(bounds(row)).filter(text -> !row.text(NAME).isEmpty()),
        (row, value) ->
            parts(value).stream()
                .flatMap(part -> Vocabulary.complaint("limits.quality", part).stream())
                .findFirst(),
        (form, row, value) -> form.limit(row, parts(value)));
  }

  private static List<String> parts(String bounds) {
    return Arrays.stream(bounds.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  private Cell verdict(Row row) {
    Optional<List<Limit>> limits = plan.sheet().plan().map(ExposurePlan::limits);
    if (limits.isEmpty()) {
      return bounds(row).isEmpty() ? Cell.quiet("") : unknown();
    }
    return switch (build.get().judge(row.text(NAME), limits.get())) {
      case NO_LIMIT -> Cell.quiet("");
      case NOT_MEASURED -> Cell.quiet(Messages.verdict_unknown);
      case KEPT -> new Cell(Messages.verdict_kept, Mark.OK);
      case BROKEN -> new Cell(Messages.verdict_broken, Mark.BROKEN);
    };
  }
}
