// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.ui.plan.live.LivePlan;
import dev.modelward.ui.plan.sheet.PlanList;
import dev.modelward.ui.plan.sheet.PlanSheet;
import dev.modelward.ui.plan.sheet.Row;
import java.util.List;
import java.util.Optional;

/** What is done with whole items of a list, at the one that is selected. */
record RowVerbs(PlanList list, LivePlan plan, RowTable table) {

  /** Adds one behind, which is then selected. */
  void add() {
    int behind = table.selected().map(Row::index).orElse(Integer.MAX_VALUE - 1);
    int[] added = {-1};
    plan.change(
        form -> {
          added[0] = form.added(list, behind);
          return form.add(list, behind);
        },
        sheet -> table.select(added[0]));
  }

  void remove() {
    table
        .selected()
        .map(Row::place)
        .ifPresent(place ->
            plan.change(form -> {
              Optional<Row> row = form.sheet().row(place);
              return row.isPresent() ? form.remove(row.get()) : form.sheet().text();
            }));
  }

  void up() {
    move(-1);
  }

  void down() {
    move(1);
  }

  private void move(int way) {
    Optional<Row> selected = table.selected();
    selected
        .map(Row::place)
        .ifPresent(place ->
            plan.change(
                form -> {
                  PlanSheet sheet = form.sheet();
                  Optional<Row> row = sheet.row(place);
                  Optional<Row> neighbour = neighbour(sheet.rows(list), place.index() + way);
                  return row.isPresent() && neighbour.isPresent()
                      ? form.move(row.get(), neighbour.get())
                      : sheet.text();
                },
                sheet -> table.select(place.index() + way)));
  }

  private static Optional<Row> neighbour(List<Row> rows, int index) {
    return rows.stream().filter(row -> row.index() == index).findFirst();
  }
}
