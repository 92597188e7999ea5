// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.ui.plan.live.LivePlan;
import dev.modelward.ui.plan.sheet.Row;
import dev.modelward.ui.widget.AccessibleName;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

/** A table of the items of a list, with a cell that has the focus. */
final class RowTable {
  private final TableViewer viewer;
  private List<Row> shown = List.of();

  RowTable(Composite parent, ListSpec spec, LivePlan plan, FormHost host) {
    viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
    Table table = viewer.getTable();
    table.setHeaderVisible(true);
    AccessibleName.set(table, spec.name());
    LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), table);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    for (Column column : spec.columns()) {
      TableViewerColumn shown = new TableViewerColumn(viewer, column.side().style());
      shown.getColumn().setText(column.title());
      shown.getColumn().setWidth(column.width());
      shown.getColumn().setMoveable(true);
      shown.setLabelProvider(new RowLabels(column, resources));
      shown.setEditingSupport(new CellEditing(viewer, column, plan, host));
    }
    TableViewerEditor.create(
        viewer,
        new TableViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer, false)),
        new Activation(viewer),
        ColumnViewerEditor.TABBING_HORIZONTAL
            | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR
            | ColumnViewerEditor.KEYBOARD_ACTIVATION);
  }

  /** Cells are edited on a double click, on Enter and F2, and on the way with the tabulator. */
  private static final class Activation extends ColumnViewerEditorActivationStrategy {
    Activation(TableViewer viewer) {
      super(viewer);
    }

    @Override
    protected boolean isEditorActivationEvent(
        @SuppressWarnings("null") ColumnViewerEditorActivationEvent event) {
      return switch (event.eventType) {
        case ColumnViewerEditorActivationEvent.TRAVERSAL,
            ColumnViewerEditorActivationEvent.PROGRAMMATIC,
            ColumnViewerEditorActivationEvent.MOUSE_DOUBLE_CLICK_SELECTION ->
            true;
        case ColumnViewerEditorActivationEvent.KEY_PRESSED ->
            event.keyCode == SWT.F2 || event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
        default -> false;
      };
    }
  }

  /** Shows rows, and selects one again that stands where one was selected. */
  void show(List<Row> rows) {
    if (rows.equals(shown)) {
      refresh();
      return;
    }
    shown = rows;
    int selected = viewer.getTable().getSelectionIndex();
    viewer.setInput(rows);
    select(Math.min(selected, rows.size() - 1));
  }

  /** Shows what stands beside the rows anew; a cell that is edited stays so. */
  void refresh() {
    viewer.update(shown.toArray(), null);
  }

  void select(int index) {
    if (index >= 0 && index < viewer.getTable().getItemCount()) {
      viewer.getTable().setSelection(index);
      viewer.getTable().showSelection();
    }
  }

  Optional<Row> selected() {
    return viewer.getStructuredSelection().getFirstElement() instanceof Row row
        ? Optional.of(row)
        : Optional.empty();
  }

  /** Begins to edit a cell. */
  void edit(Row row, int column) {
    viewer.editElement(row, column);
  }

  Table control() {
    return viewer.getTable();
  }
}
