// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.kernel;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String name;
  public static String nothing;
  public static String title;
  public static String weights;
  public static String scores;
  public static String kernels;

  static {
    NLS.initializeMessages("dev.modelward.ui.kernel.messages", Messages.class);
  }

  private Messages() {}
}
