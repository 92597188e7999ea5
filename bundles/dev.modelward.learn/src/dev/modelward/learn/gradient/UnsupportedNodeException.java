// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

/** Says that gradients cannot pass a node, and which. */
public final class UnsupportedNodeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Obstacle obstacle;

  UnsupportedNodeException(Obstacle obstacle) {
    super("expected an operator with a gradient, found " + obstacle);
    this.obstacle = obstacle;
  }

  /** The node in the way. */
  public Obstacle obstacle() {
    return obstacle;
  }
}
