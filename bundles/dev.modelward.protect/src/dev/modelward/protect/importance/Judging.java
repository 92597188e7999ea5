// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

/** What a model is judged by while its weights are looked at. */
public enum Judging {
  /** What the data say; else what the model itself says of them. */
  TRUTH,
  /** Its first output, which is a loss: a number for each sample that is better the smaller. */
  OUTPUT
}
