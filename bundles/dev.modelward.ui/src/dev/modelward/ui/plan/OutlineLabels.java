// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import dev.modelward.ui.plan.sheet.PlanList;
import dev.modelward.ui.plan.sheet.Row;
import dev.modelward.ui.widget.Icon;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;

/** The texts and icons of an outline as a viewer asks for them. */
@NonNullByDefault({})
final class OutlineLabels extends LabelProvider implements IStyledLabelProvider {
  private final ResourceManager resources;

  OutlineLabels(ResourceManager resources) {
    this.resources = resources;
  }

  @Override
  public StyledString getStyledText(Object element) {
    OutlineEntry entry = (OutlineEntry) element;
    StyledString text = new StyledString(entry.name());
    return entry.remark().isEmpty()
        ? text
        : text.append("  " + entry.remark(), StyledString.QUALIFIER_STYLER);
  }

  @Override
  public String getText(Object element) {
    return ((OutlineEntry) element).name();
  }

  @Override
  public Image getImage(Object element) {
    Optional<PlanList> list = ((OutlineEntry) element).row().map(Row::list);
    Icon icon = list.map(OutlineLabels::icon).orElse(Icon.FOLDER);
    return resources.create(icon.descriptor());
  }

  private static Icon icon(PlanList list) {
    return switch (list) {
      case TIERS -> Icon.LAYERS;
      case RECIPIENTS -> Icon.RECIPIENT;
      case LIMITS -> Icon.OUTPUT;
    };
  }
}
