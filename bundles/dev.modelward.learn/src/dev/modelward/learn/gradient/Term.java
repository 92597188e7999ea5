// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.onnx.tensor.ElementType;
import java.util.List;

/** A value of the graph that is being written, with the type and sizes it will have. */
record Term(String name, ElementType type, List<Long> dims) {

  Term {
    dims = List.copyOf(dims);
  }

  int rank() {
    return dims.size();
  }

  long size(int axis) {
    return dims.get(axis);
  }

  long elements() {
    return dims.stream().reduce(1L, Math::multiplyExact);
  }

  /** An axis that may be counted from the end, counted from the start. */
  int axis(long axis) {
    return (int) (axis < 0 ? axis + rank() : axis);
  }
}
