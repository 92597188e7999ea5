// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.properties;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
@NonNullByDefault({})
final class Messages extends NLS {
  public static String model;
  public static String model_name;
  public static String model_file;
  public static String model_producer;
  public static String model_irVersion;
  public static String model_opsets;
  public static String model_parameters;
  public static String model_size;
  public static String model_documentation;
  public static String metadata;
  public static String node;
  public static String node_name;
  public static String node_operator;
  public static String node_domain;
  public static String node_graph;
  public static String attributes;
  public static String inputs;
  public static String outputs;
  public static String weights;
  public static String weights_parameters;
  public static String weights_bytes;
  public static String weights_share;
  public static String tensor;
  public static String tensor_name;
  public static String tensor_type;
  public static String tensor_elements;
  public static String tensor_bytes;
  public static String tensor_storage;
  public static String tensor_inModel;
  public static String tensor_outside;
  public static String value;
  public static String value_name;
  public static String value_type;
  public static String graph;
  public static String graph_name;
  public static String graph_nodes;
  public static String function;
  public static String function_nodes;
  public static String leftOut;
  public static String unknownType;

  static {
    NLS.initializeMessages("dev.modelward.ui.properties.messages", Messages.class);
  }

  private Messages() {}
}
