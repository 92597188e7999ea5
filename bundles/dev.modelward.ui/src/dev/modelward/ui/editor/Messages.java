// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String page_layers;
  public static String page_importance;
  public static String page_graph;
  public static String reading;
  public static String reading_job;
  public static String watching_job;
  public static String trouble_title;
  public static String trouble_again;
  public static String header_parameters;
  public static String header_parametersExactly;
  public static String header_sizeExactly;
  public static String header_opset;
  public static String header_ir;
  public static String header_nodes;
  public static String header_name;

  static {
    NLS.initializeMessages("dev.modelward.ui.editor.messages", Messages.class);
  }

  private Messages() {}
}
