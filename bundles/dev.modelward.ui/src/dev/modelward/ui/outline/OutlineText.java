// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.outline;

import dev.modelward.ui.model.Element;
import dev.modelward.ui.widget.Icon;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;

/** The texts and icons of an outline as a viewer asks for them. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
final class OutlineText extends LabelProvider implements IStyledLabelProvider {
  private final OutlineLabels labels;
  private final LocalResourceManager resources;
  private final Map<Icon, Image> images = new EnumMap<>(Icon.class);

  OutlineText(OutlineLabels labels, LocalResourceManager resources) {
    this.labels = labels;
    this.resources = resources;
  }

  @Override
  public StyledString getStyledText(Object object) {
    Element element = (Element) object;
    StyledString text = new StyledString(labels.name(element));
    String remark = labels.remark(element);
    return remark.isEmpty() ? text : text.append("  " + remark, StyledString.QUALIFIER_STYLER);
  }

  @Override
  public String getText(Object object) {
    return labels.name((Element) object);
  }

  @Override
  public Image getImage(Object object) {
    return images.computeIfAbsent(
        labels.icon((Element) object), icon -> resources.create(icon.descriptor()));
  }
}
