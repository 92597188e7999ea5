// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

/** A node that gradients cannot pass: its name, its operator, and whose version of it. */
public record Obstacle(String node, String operator, String domain, long opset) {

  @Override
  public String toString() {
    String qualified = domain.isEmpty() ? operator : domain + "." + operator;
    return "%s of version %d in node %s".formatted(qualified, opset, node);
  }
}
