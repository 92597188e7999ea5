// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.form;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String remove;
  public static String up;
  public static String down;
  public static String flaw;
  public static String broken;
  public static String broken_show;
  public static String facts_name;
  public static String facts_model;
  public static String facts_data;
  public static String facts_map;
  public static String facts_notBuilt;
  public static String facts_built;
  public static String facts_builtBefore;
  public static String views_name;
  public static String views_empty;
  public static String views_add;
  public static String recipients_name;
  public static String recipients_empty;
  public static String recipients_add;
  public static String column_view;
  public static String column_aim;
  public static String column_target;
  public static String column_sealed;
  public static String column_measured;
  public static String column_limit;
  public static String column_verdict;
  public static String column_recipient;
  public static String column_key;
  public static String column_tier;
  public static String column_from;
  public static String column_until;
  public static String aim_quality;
  public static String aim_share;
  public static String aim_everything;
  public static String no_limit;
  public static String no_day;
  public static String unknown;
  public static String verdict_kept;
  public static String verdict_broken;
  public static String verdict_unknown;

  static {
    NLS.initializeMessages("dev.modelward.ui.plan.form.messages", Messages.class);
  }

  private Messages() {}
}
