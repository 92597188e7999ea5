// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.sheet;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String title;
  public static String job;
  public static String failed;

  static {
    NLS.initializeMessages("dev.modelward.ui.sheet.messages", Messages.class);
  }

  private Messages() {}
}
