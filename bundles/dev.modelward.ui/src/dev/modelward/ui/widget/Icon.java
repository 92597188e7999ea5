// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.widget;

import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;

/** An icon of ours, drawn sharp at every zoom. */
public enum Icon {
  MODEL,
  LAYERS,
  IMPORTANCE,
  GRAPH,
  NODE,
  WEIGHTED_NODE,
  TENSOR,
  INPUT,
  OUTPUT,
  FUNCTION,
  FOLDER,
  TROUBLE,
  PLAN,
  SOURCE,
  RECIPIENT,
  OK,
  BROKEN;

  /** How to make its image. */
  public ImageDescriptor descriptor() {
    String file = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return ImageDescriptor.createFromURL(Icon.class.getResource("/icons/" + file + ".svg"));
  }
}
