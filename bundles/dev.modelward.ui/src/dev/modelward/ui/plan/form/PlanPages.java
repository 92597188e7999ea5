// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.ui.plan.evidence.LastBuild;
import dev.modelward.ui.plan.live.LivePlan;
import dev.modelward.ui.plan.sheet.PlanList;
import dev.modelward.ui.plan.sheet.PlanSheet;
import dev.modelward.ui.plan.sheet.Verdict;
import org.eclipse.swt.widgets.Composite;

/** The pages of a plan's views and of its recipients, with what the last build measured. */
public final class PlanPages {
  private final ListPage views;
  private final ListPage recipients;
  private LastBuild build = LastBuild.NONE;

  /** Makes both pages. */
  public PlanPages(Composite parent, LivePlan plan, FormHost host) {
    ListSpec spec =
        new ListSpec(
            PlanList.TIERS,
            Messages.views_name,
            new ViewColumns(plan, () -> build).all(),
            Messages.views_empty,
            Messages.views_add);
    views = new ListPage(parent, spec, plan, host);
    views.facts().remark(this::provenance);
    views.refresh();
    recipients = RecipientColumns.page(parent, plan, host);
  }

  /** Of which plan the measured figures are. */
  private String provenance(PlanSheet sheet) {
    if (!build.isThere()) {
      return Messages.facts_notBuilt;
    }
    return sheet.verdict() instanceof Verdict.Sound sound && sound.digest().equals(build.plan())
        ? Messages.facts_built
        : Messages.facts_builtBefore;
  }

  /** Shows what a build measured. */
  public void show(LastBuild last) {
    build = last;
    views.refresh();
  }

  /** The page of the views. */
  public ListPage views() {
    return views;
  }

  /** The page of the recipients. */
  public ListPage recipients() {
    return recipients;
  }

  /** The page of a list; limits stand beside their views. */
  public ListPage of(PlanList list) {
    return list == PlanList.RECIPIENTS ? recipients : views;
  }
}
