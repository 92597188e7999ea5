// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

/** One direction of a shape. */
public sealed interface Dimension {

  /** A size that is known. */
  record Fixed(long size) implements Dimension {
    @Override
    public String toString() {
      return Long.toString(size);
    }
  }

  /** A size that is known by a name only, as in {@code batch}. */
  record Named(String name) implements Dimension {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A size of which nothing is known. */
  record Unknown() implements Dimension {
    @Override
    public String toString() {
      return "?";
    }
  }
}
