// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import dev.modelward.runtime.artifact.Manifest;
import java.util.Arrays;
import java.util.Optional;

/** How two artifacts belong together. */
public enum Kinship {
  /** Copies of one generation of one artifact. */
  SAME("These are the same generation of one artifact."),
  /** Generations of one artifact, of which only the keys are others. */
  GENERATIONS("These are generations of one artifact. Re-keying moves no block."),
  /** Builds of a model. */
  BUILDS("These are two builds of a model."),
  /** Builds of two models. */
  MODELS("These are builds of different models.");

  private static final String MODEL = "model";

  private final String words;

  Kinship(String words) {
    this.words = words;
  }

  static Kinship of(Manifest before, Manifest after) {
    if (Arrays.equals(before.core(), after.core())) {
      return before.rings().equals(after.rings()) ? SAME : GENERATIONS;
    }
    Optional<String> model = Optional.ofNullable(before.provenance().get(MODEL));
    Optional<String> other = Optional.ofNullable(after.provenance().get(MODEL));
    return model.isPresent() && other.isPresent() && !model.equals(other) ? MODELS : BUILDS;
  }

  /** What people read of it. */
  public String words() {
    return words;
  }
}
