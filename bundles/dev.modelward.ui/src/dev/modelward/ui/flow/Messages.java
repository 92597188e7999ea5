// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String layout_job;
  public static String layout_saying;
  public static String layout_cancelled;
  public static String layout_again;
  public static String empty;
  public static String main;
  public static String find_hint;
  public static String find_name;
  public static String find_none;
  public static String find_matches;
  public static String canvas_name;
  public static String folded;
  public static String export_title;
  public static String export_job;
  public static String export_failed;

  static {
    NLS.initializeMessages("dev.modelward.ui.flow.messages", Messages.class);
  }

  private Messages() {}
}
