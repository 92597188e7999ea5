// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String reading_job;
  public static String layer_job;
  public static String magnitude_job;
  public static String magnitude_failed;

  static {
    NLS.initializeMessages("dev.modelward.ui.maps.messages", Messages.class);
  }

  private Messages() {}
}
