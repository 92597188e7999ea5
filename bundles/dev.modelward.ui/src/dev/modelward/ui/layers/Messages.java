// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String column_layer;
  public static String column_operator;
  public static String column_graph;
  public static String column_shape;
  public static String column_parameters;
  public static String column_bytes;
  public static String column_type;
  public static String column_share;
  public static String filter_hint;
  public static String filter_name;
  public static String filter_all;
  public static String filter_weighted;
  public static String count;
  public static String table_name;
  public static String empty_model;
  public static String empty_filter;
  public static String empty_showAll;

  static {
    NLS.initializeMessages("dev.modelward.ui.layers.messages", Messages.class);
  }

  private Messages() {}
}
