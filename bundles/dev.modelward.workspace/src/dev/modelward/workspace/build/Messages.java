// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String build_advice;
  public static String build_where;
  public static String criterion_advice;
  public static String criterion_what;
  public static String gone_advice;
  public static String gone_what;
  public static String line;
  public static String noPath_advice;
  public static String noPath_what;
  public static String noRing_advice;
  public static String noSigner_advice;
  public static String noSigner_what;
  public static String openerUntold_advice;
  public static String openerUntold_what;
  public static String orphan_advice;
  public static String orphan_what;
  public static String outdated_advice;
  public static String outdated_what;
  public static String plain_advice;
  public static String plain_what;
  public static String remote_advice;
  public static String remote_what;
  public static String ringUnreadable_what;
  public static String ringUntold_advice;
  public static String ringUntold_what;
  public static String settings_advice;
  public static String settings_what;
  public static String stale_advice;
  public static String stale_what;
  public static String tampered_advice;
  public static String unanalyzed_advice;
  public static String unanalyzed_what;
  public static String variable_advice;
  public static String variable_what;

  static {
    NLS.initializeMessages("dev.modelward.workspace.build.messages", Messages.class);
  }

  private Messages() {}
}
