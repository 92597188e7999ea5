// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

/** What is asked of both sides: how batch norms work, and whether weights are about to change. */
enum Mode {
  /** Batch norms use the batch's statistics; weights are given to each run. */
  TRAINING("training (batch statistics, weights as inputs)"),
  /** Batch norms use given statistics; weights are given to each run. */
  FINE_TUNING("fine-tuning (given statistics, weights as inputs)"),
  /** Batch norms use given statistics; weights never change. */
  IMPORTANCE("importance (given statistics, weights constant)");

  private final String label;

  Mode(String label) {
    this.label = label;
  }

  boolean batchStatistics() {
    return this == TRAINING;
  }

  boolean weightsAreInputs() {
    return this != IMPORTANCE;
  }

  @Override
  public String toString() {
    return label;
  }
}
