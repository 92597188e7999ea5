// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

/** The order of an image batch's dimensions. */
public enum Layout {
  /** Batch, channels, height, width. */
  NCHW,
  /** Batch, height, width, channels. */
  NHWC
}
