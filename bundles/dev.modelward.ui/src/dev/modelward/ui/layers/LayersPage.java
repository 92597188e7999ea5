// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ElementSelection;
import dev.modelward.ui.model.Follower;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.model.NodeRow;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

/** The page with all nodes of a model as rows: filtered, sorted, and to be copied. */
public final class LayersPage implements Follower {
  private final ElementSelection selection;
  private final Composite page;
  private final FilterBar filter;
  private final Composite stack;
  private final StackLayout layers = new StackLayout();
  private final NodeTable table;
  private final EmptyTable empty;
  private List<NodeRow> rows = List.of();
  private RowOrder order = RowOrder.FILE;

  /** Makes the page, without rows for now. */
  public LayersPage(Composite parent, ElementSelection selection, Runnable opened) {
    this.selection = selection;
    page = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    page.setLayout(layout);
    filter = new FilterBar(page, this::refresh);
    filter.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    stack = new Composite(page, SWT.NONE);
    stack.setLayout(layers);
    stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    table = new NodeTable(stack);
    empty = new EmptyTable(stack, () -> filter.ask(RowQuery.ALL));
    layers.topControl = table.control();
    table.onHeader(this::sort);
    table.control().addListener(SWT.Selection, e -> selection.select(table.selected(), this));
    table.control().addListener(SWT.DefaultSelection, e -> opened.run());
    filter.words().addListener(SWT.DefaultSelection, e -> table.control().setFocus());
    filter.words().addListener(SWT.KeyDown, new FilterKeys(filter, table.control())::handle);
    selection.add(this);
    page.addListener(SWT.Dispose, e -> selection.remove(this));
  }

  private void sort(Column column) {
    order = order.clicked(column);
    refresh();
  }

  /** Shows the nodes of a model. */
  public void show(ModelContent content) {
    rows = content.rows();
    table.measureShares(rows);
    table.showGraphs(content.scopes().size() > 1);
    refresh();
  }

  private void refresh() {
    if (page.isDisposed()) {
      return;
    }
    List<NodeRow> shown = order.of(filter.query().of(rows));
    table.show(shown, order);
    table.select(selection.elements());
    filter.count(shown.size(), rows.size());
    empty.say(rows.isEmpty() ? Messages.empty_model : Messages.empty_filter, !rows.isEmpty());
    layers.topControl = shown.isEmpty() ? empty.control() : table.control();
    stack.layout();
  }

  @Override
  public void follow(List<Element> elements) {
    table.select(elements);
  }

  /** Selects an element and shows its row, even if the filter has to go for it. */
  public void reveal(Element element) {
    boolean there = table.rows().stream().anyMatch(row -> row.place().equals(element));
    if (!there && rows.stream().anyMatch(row -> row.place().equals(element))) {
      filter.ask(RowQuery.ALL);
    }
    table.select(List.of(element));
    selection.select(List.of(element), this);
  }

  /** Copies the selected rows, or all rows if none is selected. */
  public void copySelected() {
    List<NodeRow> selected = table.selectedRows();
    copy(selected.isEmpty() ? table.rows() : selected);
  }

  /** Copies all rows that are shown. */
  public void copyAll() {
    copy(table.rows());
  }

  private void copy(List<NodeRow> copied) {
    Clipboard clipboard = new Clipboard(page.getDisplay());
    clipboard.setContents(
        new Object[] {Csv.of(copied)}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  /** What is being looked for, and in which order, to be kept for the next time. */
  public LayersState state() {
    return LayersState.of(filter.query(), order);
  }

  /** Looks for what was kept. */
  public void restore(LayersState state) {
    order = state.order();
    filter.ask(state.query());
  }

  /** Lets somebody type what to look for. */
  public void find() {
    filter.words().setFocus();
    filter.words().selectAll();
  }

  /** Puts the keyboard to work in the table. */
  public void setFocus() {
    table.control().setFocus();
  }

  /** The page itself. */
  public Composite control() {
    return page;
  }

  /** The table in it. */
  public Table table() {
    return table.control();
  }
}
