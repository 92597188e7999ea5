// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

/** A way to draw blocks by lot. */
public interface Drawing {

  /** The numbers of a block, tap by tap. */
  double[] draw(Lot lot);

  /** Mean and variance of all that can be drawn. */
  Moments moments();
}
