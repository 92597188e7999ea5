// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

/** The distances that all parts of a layout agree on. */
final class Spacing {

  /** Between a box and the box below it. */
  static final double BETWEEN_LAYERS = 28;

  /** Between a box and the box beside it. */
  static final double BETWEEN_BOXES = 24;

  /** Between a box and an edge that passes it. */
  static final double BESIDE_BOX = 12;

  /** Between two edges side by side. */
  static final double BETWEEN_EDGES = 10;

  /** Between parts of a diagram that no edge joins. */
  static final double BETWEEN_PARTS = 56;

  private Spacing() {}
}
