// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import java.util.List;
import java.util.Optional;

/** A way to make what stands in the place of a sealed block. */
public sealed interface Decoy {

  /**
   * Decoys that look like the public blocks around them: a random direction in the frame of their
   * covariance, as far from their mean as some one of them. The usual kind.
   */
  record Blending() implements Decoy {
    @Override
    public String word() {
      return "blending";
    }
  }

  /**
   * Decoys as published (DPRM): every tap by itself, normally distributed with mean and deviation
   * of all blocks of the layer. For comparison only: such decoys can be found, since taps that know
   * nothing of each other are rare among blocks, and their statistics know the sealed blocks, too.
   */
  record Dprm() implements Decoy {
    @Override
    public String word() {
      return "dprm";
    }
  }

  /** The kind as people write it. */
  String word();

  /** All kinds, the usual one first. */
  static List<Decoy> all() {
    return List.of(usual(), new Dprm());
  }

  /** The kind that is taken where none is named. */
  static Decoy usual() {
    return new Blending();
  }

  /** The kind that is written as a word. */
  static Optional<Decoy> of(String word) {
    return all().stream().filter(kind -> kind.word().equals(word)).findFirst();
  }
}
