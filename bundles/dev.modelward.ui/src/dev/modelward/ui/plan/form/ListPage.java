// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.ui.plan.live.LivePlan;
import dev.modelward.ui.plan.sheet.Flaw;
import dev.modelward.ui.plan.sheet.PlanSheet;
import dev.modelward.ui.plan.sheet.Row;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;

/** A page with a list of a plan as a table, which is edited there. */
public final class ListPage {
  private static final int MARGIN = 12;

  private final ListSpec spec;
  private final LivePlan plan;
  private final FormHost host;
  private final Composite page;
  private final FactStrip facts;
  private final FlawBanner banner;
  private final Composite stack;
  private final StackLayout layers = new StackLayout();
  private final Composite body;
  private final RowTable table;
  private final RowVerbs verbs;
  private final ButtonColumn buttons;
  private final Vacancy vacancy;

  ListPage(Composite parent, ListSpec spec, LivePlan plan, FormHost host) {
    this.spec = spec;
    this.plan = plan;
    this.host = host;
    page = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = MARGIN;
    layout.marginHeight = MARGIN;
    layout.verticalSpacing = 8;
    page.setLayout(layout);
    facts = new FactStrip(page);
    facts.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    banner = new FlawBanner(page, host);
    banner.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    stack = new Composite(page, SWT.NONE);
    stack.setLayout(layers);
    stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    body = body();
    table = new RowTable(body, spec, plan, host);
    table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    verbs = new RowVerbs(spec.list(), plan, table);
    buttons = new ButtonColumn(body, spec, verbs);
    buttons.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
    vacancy = new Vacancy(stack);
    layers.topControl = body;
    Consumer<PlanSheet> follower = this::show;
    plan.follow(follower);
    page.addListener(SWT.Dispose, e -> plan.leave(follower));
  }

  private Composite body() {
    Composite made = new Composite(stack, SWT.NONE);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.horizontalSpacing = 8;
    made.setLayout(layout);
    return made;
  }

  private void show(PlanSheet sheet) {
    List<Row> rows = sheet.rows(spec.list());
    facts.show(sheet);
    banner.show(sheet);
    table.show(rows);
    buttons.refresh();
    if (!sheet.isReadable()) {
      int line = sheet.flaw().map(Flaw::line).orElse(1);
      vacancy.say(Messages.broken, Messages.broken_show, () -> host.reveal(line));
    } else {
      vacancy.say(spec.empty(), spec.add(), verbs::add);
    }
    Control top = rows.isEmpty() ? vacancy.control() : body;
    if (layers.topControl != top) {
      layers.topControl = top;
      stack.layout();
    }
  }

  /** Shows what was measured, which stands beside the plan. */
  void refresh() {
    table.refresh();
    facts.show(plan.sheet());
  }

  FactStrip facts() {
    return facts;
  }

  /** Selects the row at an index. */
  public void select(int index) {
    table.select(index);
    buttons.refresh();
  }

  /** Puts the keyboard to work in the table. */
  public void setFocus() {
    Control top = layers.topControl == body ? table.control() : vacancy.control();
    top.setFocus();
  }

  /** The page itself. */
  public Composite control() {
    return page;
  }

  /** The table in it. */
  public Table table() {
    return table.control();
  }

  /** Begins to edit a cell. */
  public void edit(int row, int column) {
    table.edit(plan.sheet().rows(spec.list()).get(row), column);
  }
}
