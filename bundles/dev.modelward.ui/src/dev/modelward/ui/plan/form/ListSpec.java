// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.ui.plan.sheet.PlanList;
import java.util.List;

/** What a page shows of a list of a plan: its columns, and what it says where it is empty. */
record ListSpec(PlanList list, String name, List<Column> columns, String empty, String add) {
  ListSpec {
    columns = List.copyOf(columns);
  }
}
