// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

/** How a model is trained; the same recipe repeats the same training. */
public record Recipe(
    Objective objective,
    Optimizer optimizer,
    Schedule schedule,
    int epochs,
    int batch,
    long seed,
    Norms norms) {

  /** Refuses a training without an epoch or a batch. */
  public Recipe {
    if (epochs < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "expected at least 1 epoch of batches of at least 1, found %d of %d"
              .formatted(epochs, batch));
    }
  }

  /** This with another seed. */
  public Recipe seeded(long other) {
    return new Recipe(objective, optimizer, schedule, epochs, batch, other, norms);
  }
}
