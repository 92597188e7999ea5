// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

import dev.modelward.onnx.tensor.ElementType;
import java.util.List;

/**
 * What was seen of a value while its graph ran: its type, its sizes, and, if it is a short list
 * such as a shape or scales, its numbers.
 */
public record Observed(ElementType type, List<Long> dims, List<Double> numbers) {

  /** Keeps its own copies. */
  public Observed {
    dims = List.copyOf(dims);
    numbers = List.copyOf(numbers);
  }

  /** The numbers as integers. */
  public List<Long> integers() {
    return numbers.stream().map(Double::longValue).toList();
  }
}
