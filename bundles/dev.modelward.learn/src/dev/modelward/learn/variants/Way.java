// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

/** How variants are evaluated. */
public enum Way {
  /** In memory that one session reads anew in every run; a variant costs nothing but its runs. */
  IN_PLACE,
  /** In a session of its own for each variant. */
  REBUILT
}
