// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.protect.plan.text.Vocabulary;
import dev.modelward.ui.plan.form.Column.Side;
import dev.modelward.ui.plan.live.LivePlan;
import dev.modelward.ui.plan.sheet.PlanList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;

/** The columns of recipients: whom a grant is for, and what it opens when. */
record RecipientColumns(LivePlan plan) {

  static ListPage page(Composite parent, LivePlan plan, FormHost host) {
    ListSpec spec =
        new ListSpec(
            PlanList.RECIPIENTS,
            Messages.recipients_name,
            new RecipientColumns(plan).all(),
            Messages.recipients_empty,
            Messages.recipients_add);
    return new ListPage(parent, spec, plan, host);
  }

  private List<Column> all() {
    return List.of(
        typed(Messages.column_recipient, 180, "name"),
        typed(Messages.column_key, 280, "key"),
        new Column(Messages.column_tier, 140, Side.LEFT, row -> Cell.of(row.text("tier")), tier()),
        day(Messages.column_from, "from"),
        day(Messages.column_until, "until"));
  }

  private static Column typed(String title, int width, String key) {
    Input input =
        new Input.Typed(
            row -> Optional.of(row.text(key)),
            (row, value) -> Vocabulary.complaint("recipients." + key, value),
            (form, row, value) -> form.set(row, key, value));
    return new Column(title, width, Side.LEFT, row -> Cell.of(row.text(key)), input);
  }

  private Input tier() {
    return new Input.Chosen(
        row -> plan.sheet().rows(PlanList.TIERS).stream().map(tier -> tier.text("name")).toList(),
        row -> row.text("tier"),
        (form, row, value) -> form.set(row, "tier", value));
  }

  /** Without a day there is no such end. */
  private static Column day(String title, String key) {
    Input input =
        new Input.Typed(
            row -> Optional.of(row.text(key)),
            (row, value) ->
                value.isEmpty()
                    ? Optional.empty()
                    : Vocabulary.complaint("recipients." + key, value),
            (form, row, value) -> form.set(row, key, value));
    return new Column(
        title,
        110,
        Side.RIGHT,
        row -> row.text(key).isEmpty() ? Cell.quiet(Messages.no_day) : Cell.of(row.text(key)),
        input);
  }
}
