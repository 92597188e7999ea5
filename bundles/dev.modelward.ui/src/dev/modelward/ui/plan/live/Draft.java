// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.live;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.ui.plan.sheet.PlanForm;
import dev.modelward.ui.plan.sheet.PlanSheet;
import java.util.ArrayList;
import java.util.List;

/** What a document said when it was read, and what it should say after some changes. */
record Draft(Original original, String basis, PlanSheet sheet, List<String> refused) {

  /** Makes all changes that can be made, each on what the one before has left. */
  static Draft of(Original original, List<Change> changes) {
    String basis = original.document().get();
    PlanSheet sheet = PlanSheet.of(original.file(), basis);
    List<String> refused = new ArrayList<>();
    for (Change change : changes) {
      try {
        String text = change.of(new PlanForm(sheet));
        sheet = text.equals(sheet.text()) ? sheet : PlanSheet.of(original.file(), text);
      } catch (YamlException e) {
        refused.add(e.problem());
      } catch (IllegalArgumentException e) {
        refused.add(String.valueOf(e.getMessage()));
      }
    }
    return new Draft(original, basis, sheet, refused);
  }

  /** Whether the document still says what it said. */
  boolean isCurrent() {
    return original.document().get().equals(basis);
  }

  boolean changesSomething() {
    return !sheet.text().equals(basis);
  }
}
