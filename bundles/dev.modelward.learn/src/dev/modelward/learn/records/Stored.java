// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.records;

/** What the dimensions of a stored array mean, behind the first, which counts records. */
public enum Stored {
  /** Images: channels, height, width. */
  CHW,
  /** Images: height, width, channels. */
  HWC,
  /** Grey images: height, width. */
  HW,
  /** Any numbers; they keep their dimensions. */
  NUMBERS
}
