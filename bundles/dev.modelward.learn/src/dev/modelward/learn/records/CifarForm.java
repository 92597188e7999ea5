// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.records;

/** The forms of CIFAR records: label bytes, then 3 planes of 32 by 32 pixels. */
public enum CifarForm {
  /** CIFAR-10: one label. */
  TEN(10, 1, 0),
  /** CIFAR-100 by its 100 fine labels, which are the second byte. */
  FINE(100, 2, 1),
  /** CIFAR-100 by its 20 coarse labels, which are the first byte. */
  COARSE(20, 2, 0);

  private final int classes;
  private final int labelBytes;
  private final int labelAt;

  CifarForm(int classes, int labelBytes, int labelAt) {
    this.classes = classes;
    this.labelBytes = labelBytes;
    this.labelAt = labelAt;
  }

  /** The number of classes. */
  public int classes() {
    return classes;
  }

  /** The number of label bytes before the pixels. */
  public int labelBytes() {
    return labelBytes;
  }

  /** Which of the label bytes is meant. */
  public int labelAt() {
    return labelAt;
  }
}
