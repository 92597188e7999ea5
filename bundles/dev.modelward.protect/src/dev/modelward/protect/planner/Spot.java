// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.protect.importance.Choice;

/** Blocks that are sealed, and the room for which they are chosen. */
record Spot(long room, Choice sealed) {

  /** The number of sealed weights. */
  long weights() {
    return sealed.weights();
  }
}
