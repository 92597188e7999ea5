// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

/** A way to draw decoys of one layer by lot. */
interface Drawing {

  /** The numbers of a decoy, tap by tap. */
  float[] draw(Lot lot);
}
