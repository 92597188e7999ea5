// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String page_views;
  public static String page_recipients;
  public static String page_source;

  static {
    NLS.initializeMessages("dev.modelward.ui.plan.messages", Messages.class);
  }

  private Messages() {}
}
