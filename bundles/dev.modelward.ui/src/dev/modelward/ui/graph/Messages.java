// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import org.eclipse.osgi.util.NLS;

/** The words of this package. */
final class Messages extends NLS {
  public static String size = "";

  static {
    NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
  }

  private Messages() {}
}
