// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import dev.modelward.onnx.OnnxModel;

/** Models of as many nodes as a test asks for. */
public final class Nets {
  private Nets() {}

  /** Nodes one after the other. */
  public static OnnxModel chain(int nodes) {
    Draft draft = new Draft("chain").input("v0", 1, 4);
    for (int i = 0; i < nodes; i++) {
      draft.node("Relu v%d -> v%d".formatted(i, i + 1));
    }
    return draft.output("v" + nodes, 1, 4).model();
  }

  /**
   * Nodes in blocks of ten: three branches of two nodes that meet again, each block averaged with
   * the one before, and now and then to one far before.
   */
  public static OnnxModel wide(int nodes) {
    Draft draft = new Draft("wide").input("b0", 1, 4);
    int blocks = nodes / 10;
    for (int i = 0; i < blocks; i++) {
      block(draft, i);
    }
    String last = "b" + blocks;
    for (int i = blocks * 10; i < nodes; i++) {
      draft.node("Tanh %s -> t%d".formatted(last, i));
      last = "t" + i;
    }
    return draft.output(last, 1, 4).model();
  }

  private static void block(Draft draft, int i) {
    int far = i % 7 == 6 ? i - 6 : i;
    draft.node("Relu b%d -> s%d".formatted(i, i));
    for (String branch : new String[] {"l", "m", "r"}) {
      draft.node("Sigmoid s%d -> %s%d".formatted(i, branch, i));
      draft.node("Tanh %s%d -> %s%s%d".formatted(branch, i, branch, branch, i));
    }
    draft.node("Sum ll%d mm%d rr%d -> u%d".formatted(i, i, i, i));
    draft.node("Mean u%d b%d -> a%d".formatted(i, i, i));
    draft.node("Mean a%d b%d -> b%d".formatted(i, far, i + 1));
  }
}
