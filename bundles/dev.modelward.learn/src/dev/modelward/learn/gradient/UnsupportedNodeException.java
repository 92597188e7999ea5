// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.onnx.Node;

/** Says that gradients cannot pass a node, and which. */
public final class UnsupportedNodeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String node;
  private final String operator;
  private final long opset;

  UnsupportedNodeException(Node node, long opset) {
    super(
        "expected an operator with a gradient, found %s of version %d in node %s"
            .formatted(node.operator(), opset, node.label()));
    this.node = node.label();
    this.operator = node.operator();
    this.opset = opset;
  }

  /** The node's name. */
  public String node() {
    return node;
  }

  /** The operator without a rule. */
  public String operator() {
    return operator;
  }

  /** The version of the operator set. */
  public long opset() {
    return opset;
  }
}
