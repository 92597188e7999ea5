// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.ui.plan.live.LivePlan;
import dev.modelward.ui.plan.sheet.PlanForm;
import dev.modelward.ui.plan.sheet.Row;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.ICellEditorListener;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;

/** Has a table's cells edited in place. */
@NonNullByDefault({})
final class CellEditing extends EditingSupport {
  private final TableViewer viewer;
  private final Column column;
  private final LivePlan plan;
  private final FormHost host;

  CellEditing(TableViewer viewer, Column column, LivePlan plan, FormHost host) {
    super(viewer);
    this.viewer = viewer;
    this.column = column;
    this.plan = plan;
    this.host = host;
  }

  @Override
  protected boolean canEdit(Object element) {
    return switch (column.input()) {
      case Input.None none -> false;
      case Input.Typed typed -> typed.start().apply((Row) element).isPresent();
      case Input.Chosen chosen -> !chosen.words().apply((Row) element).isEmpty();
    };
  }

  @Override
  protected CellEditor getCellEditor(Object element) {
    Row row = (Row) element;
    return switch (column.input()) {
      case Input.None none -> new TextCellEditor(viewer.getTable(), SWT.READ_ONLY);
      case Input.Typed typed -> text(typed, row);
      case Input.Chosen chosen ->
          new ComboBoxCellEditor(
              viewer.getTable(), words(chosen, row).toArray(String[]::new), SWT.READ_ONLY);
    };
  }

  private CellEditor text(Input.Typed typed, Row row) {
    TextCellEditor editor = new TextCellEditor(viewer.getTable());
    editor.setValidator(
        value -> complaint(typed, row, value).<@Nullable String>map(text -> text).orElse(null));
    editor.addListener(new Speaking(editor));
    return editor;
  }

  private static Optional<String> complaint(Input.Typed typed, Row row, Object value) {
    return typed.check().complaint(row, String.valueOf(value).strip());
  }

  /** Says what is wrong while one types. */
  private final class Speaking implements ICellEditorListener {
    private final CellEditor editor;

    Speaking(CellEditor editor) {
      this.editor = editor;
    }

    @Override
    public void editorValueChanged(boolean wasValid, boolean isValid) {
      host.trouble(isValid ? "" : Optional.ofNullable(editor.getErrorMessage()).orElse(""));
    }

    @Override
    public void applyEditorValue() {
      // what was wrong stays said, for then the old value stays
    }

    @Override
    public void cancelEditor() {
      host.trouble("");
    }
  }

  private static List<String> words(Input.Chosen chosen, Row row) {
    return chosen.words().apply(row);
  }

  @Override
  protected Object getValue(Object element) {
    Row row = (Row) element;
    return switch (column.input()) {
      case Input.None none -> "";
      case Input.Typed typed -> typed.start().apply(row).orElse("");
      case Input.Chosen chosen -> words(chosen, row).indexOf(chosen.start().apply(row));
    };
  }

  @Override
  protected void setValue(Object element, Object value) {
    Row row = (Row) element;
    switch (column.input()) {
      case Input.None none -> {}
      case Input.Typed typed -> change(row, String.valueOf(value).strip(), typed.setter());
      case Input.Chosen chosen -> {
        int index = (Integer) value;
        if (index >= 0) {
          change(row, words(chosen, row).get(index), chosen.setter());
        }
      }
    }
  }

  private void change(Row row, String value, Input.Setter setter) {
    host.trouble("");
    plan.change(form -> changed(form, row, value, setter));
  }

  /** The row may look different by then, or be gone. */
  private static String changed(PlanForm form, Row row, String value, Input.Setter setter)
      throws YamlException {
    Optional<Row> now = form.sheet().row(row.place());
    return now.isPresent() ? setter.of(form, now.get(), value) : form.sheet().text();
  }
}
