// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.mend;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String analyze_label;
  public static String analyze_explanation;
  public static String build_label;
  public static String build_explanation;
  public static String createKeys_label;
  public static String createKeys_explanation;
  public static String deleteArtifact_label;
  public static String deleteArtifact_explanation;
  public static String keysUnwritten_what;
  public static String keysUnwritten_advice;
  public static String moveOut_label;
  public static String moveOut_explanation;
  public static String remake_label;
  public static String remake_explanation;
  public static String undeleted_what;
  public static String undeleted_advice;

  static {
    NLS.initializeMessages("dev.modelward.workspace.mend.messages", Messages.class);
  }

  private Messages() {}
}
