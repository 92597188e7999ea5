// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The sizes of a value in all directions. */
public sealed interface Shape {

  /** A shape whose number of directions is known. */
  record Ranked(List<Dimension> dims) implements Shape {
    /** Keeps its own copy. */
    public Ranked {
      dims = List.copyOf(dims);
    }

    @Override
    public String toString() {
      return dims.stream().map(Object::toString).collect(Collectors.joining("x", "[", "]"));
    }
  }

  /** A shape of which nothing is known. */
  record Unranked() implements Shape {
    @Override
    public String toString() {
      return "[...]";
    }
  }

  /** A shape of fixed sizes. */
  static Shape of(long... sizes) {
    return new Ranked(Arrays.stream(sizes).<Dimension>mapToObj(Dimension.Fixed::new).toList());
  }
}
