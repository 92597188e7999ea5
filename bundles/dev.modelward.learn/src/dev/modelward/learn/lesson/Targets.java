// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.lesson;

/** Who fills the targets of a step. */
public enum Targets {
  /** The data set, from its labels or clean images. */
  DATA,
  /** The coach, who finds zeros before each step. */
  COACH
}
