// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.live;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.ui.plan.sheet.PlanForm;

/** A change of a plan, whatever it says by then. */
public interface Change {
  /** The text of the plan after the change. */
  String of(PlanForm form) throws YamlException;
}
