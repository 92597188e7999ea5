// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import dev.modelward.ui.plan.sheet.PlanList;
import dev.modelward.ui.plan.sheet.PlanSheet;
import dev.modelward.ui.plan.sheet.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the outline shows in one line: a section of a plan, or an item of a list. */
record OutlineEntry(
    String name, String remark, int line, Optional<Row> row, List<OutlineEntry> inner) {
  OutlineEntry {
    inner = List.copyOf(inner);
  }

  /** The sections of a plan in its order. */
  static List<OutlineEntry> of(PlanSheet sheet) {
    List<OutlineEntry> sections = new ArrayList<>();
    sheet.sections().forEach((name, line) -> sections.add(section(sheet, name, line)));
    return sections;
  }

  private static OutlineEntry section(PlanSheet sheet, String name, int line) {
    List<OutlineEntry> items =
        Arrays.stream(PlanList.values())
            .filter(list -> list.key().equals(name))
            .flatMap(list -> sheet.rows(list).stream())
            .map(OutlineEntry::item)
            .toList();
    String remark = items.isEmpty() ? "" : Integer.toString(items.size());
    return new OutlineEntry(name, remark, line, Optional.empty(), items);
  }

  private static OutlineEntry item(Row row) {
    String name =
        switch (row.list()) {
          case TIERS, RECIPIENTS -> row.text("name");
          case LIMITS -> row.text("view");
        };
    String remark =
        switch (row.list()) {
          case TIERS -> row.text("quality") + row.text("share");
          case RECIPIENTS -> row.text("tier");
          case LIMITS -> row.text("quality");
        };
    return new OutlineEntry(name, remark, row.line(), Optional.of(row), List.of());
  }

  /** The entry to which a line belongs. */
  static Optional<OutlineEntry> at(List<OutlineEntry> entries, int line) {
    return entries.stream()
        .flatMap(entry -> Stream.concat(Stream.of(entry), entry.inner().stream()))
        .filter(entry -> entry.line() <= line)
        .max((one, other) -> compare(one, other));
  }

  /** Of two in one line the inner one comes last. */
  private static int compare(OutlineEntry one, OutlineEntry other) {
    int lines = Integer.compare(one.line(), other.line());
    return lines != 0 ? lines : Boolean.compare(one.row().isPresent(), other.row().isPresent());
  }
}
