// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.emit;

import dev.modelward.onnx.tensor.ElementType;
import java.util.List;

/** A value of the graph that is being written, with the type and sizes it will have. */
public record Term(String name, ElementType type, List<Long> dims) {

  public Term {
    dims = List.copyOf(dims);
  }

  public int rank() {
    return dims.size();
  }

  public long size(int axis) {
    return dims.get(axis);
  }

  /** The sizes of an image, without samples and channels. */
  public List<Long> spatial() {
    return dims.subList(2, dims.size());
  }

  public long elements() {
    return dims.stream().reduce(1L, Math::multiplyExact);
  }

  /** An axis that may be counted from the end, counted from the start. */
  public int axis(long axis) {
    return (int) (axis < 0 ? axis + rank() : axis);
  }
}
