// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String notOnnx_what;
  public static String notOnnx_where;
  public static String notOnnx_advice;
  public static String gone_what;
  public static String gone_advice;
  public static String denied_what;
  public static String denied_advice;
  public static String unreadable_what;
  public static String unreadable_advice;
  public static String unexpected_what;
  public static String unexpected_advice;

  static {
    NLS.initializeMessages("dev.modelward.workspace.messages", Messages.class);
  }

  private Messages() {}
}
