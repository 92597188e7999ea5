// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String bar_map;
  public static String bar_mapName;
  public static String bar_entry;
  public static String bar_entryOutdated;
  public static String bar_outdated;
  public static String bar_logarithmic;
  public static String bar_export;
  public static String analyze;
  public static String analyze_cancel;
  public static String analyze_running;
  public static String analyze_runningWhy;
  public static String none;
  public static String none_why;
  public static String looking;
  public static String failed;
  public static String failed_again;
  public static String remote;
  public static String remote_why;
  public static String table_name;
  public static String column_layer;
  public static String column_blocks;
  public static String column_blocksTip;
  public static String column_share;
  public static String column_shareTip;
  public static String column_sealed;
  public static String column_sealedTip;
  public static String column_tier;
  public static String column_tierTip;
  public static String tier_public;
  public static String tier_number;
  public static String views_name;
  public static String views_view;
  public static String views_lacks;
  public static String views_blocks;
  public static String views_predicted;
  public static String views_predictedMetric;
  public static String views_unmeasured;
  public static String view_public;
  public static String view_tier;
  public static String view_whole;
  public static String unmeasured_hint;

  static {
    NLS.initializeMessages("dev.modelward.ui.importance.messages", Messages.class);
  }

  private Messages() {}
}
