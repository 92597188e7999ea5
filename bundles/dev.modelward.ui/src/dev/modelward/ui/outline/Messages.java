// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.outline;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String inputs;
  public static String outputs;
  public static String nodes;
  public static String initializers;
  public static String functions;
  public static String run;

  static {
    NLS.initializeMessages("dev.modelward.ui.outline.messages", Messages.class);
  }

  private Messages() {}
}
