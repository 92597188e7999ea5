// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import dev.modelward.ui.plan.sheet.Row;
import dev.modelward.ui.widget.Icon;
import dev.modelward.ui.widget.ThemeColor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;

/** The texts and marks of a column as a viewer asks for them. */
@NonNullByDefault({})
final class RowLabels extends ColumnLabelProvider {
  private final Column column;
  private final ResourceManager resources;

  RowLabels(Column column, ResourceManager resources) {
    this.column = column;
    this.resources = resources;
  }

  private Cell cell(Object element) {
    return column.look().apply((Row) element);
  }

  @Override
  public String getText(Object element) {
    return cell(element).text();
  }

  @Override
  public @Nullable Image getImage(Object element) {
    return switch (cell(element).mark()) {
      case OK -> resources.create(Icon.OK.descriptor());
      case BROKEN -> resources.create(Icon.BROKEN.descriptor());
      case NONE, QUIET -> null;
    };
  }

  @Override
  public @Nullable Color getForeground(Object element) {
    return switch (cell(element).mark()) {
      case QUIET -> ThemeColor.QUIET_TEXT.color();
      case BROKEN -> ThemeColor.BROKEN.color();
      case NONE, OK -> null;
    };
  }
}
