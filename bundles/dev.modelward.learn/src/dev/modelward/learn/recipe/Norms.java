// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

/** The statistics by which batch norms normalize while a model is trained. */
public enum Norms {
  /** Those of the batch; running averages of them are kept for later. */
  BATCH,
  /** The model's own, which stay as they are. */
  RUNNING
}
