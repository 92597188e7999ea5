// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.curve;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String axis_share;
  public static String legend_quality;
  public static String legend_scores;
  public static String legend_unmeasured;
  public static String name;
  public static String border;
  public static String border_predicted;
  public static String border_add;
  public static String border_remove;

  static {
    NLS.initializeMessages("dev.modelward.ui.curve.messages", Messages.class);
  }

  private Messages() {}
}
