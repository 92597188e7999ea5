// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.evidence;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String watching_job;

  static {
    NLS.initializeMessages("dev.modelward.ui.plan.evidence.messages", Messages.class);
  }

  private Messages() {}
}
