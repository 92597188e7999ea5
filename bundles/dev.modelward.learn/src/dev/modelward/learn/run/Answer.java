// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.LongStream;

/** What a run gave for one output, as floats in memory of their own. */
public record Answer(List<Long> dims, FloatBuffer values) {

  /** Keeps its own copy of the sizes. */
  public Answer {
    dims = List.copyOf(dims);
  }

  static Answer copyOf(String output, OnnxValue value) throws RunException {
    if (!(value instanceof OnnxTensor tensor)) {
      throw new RunException(
          "output %s: expected a tensor, found a %s".formatted(output, value.getType()));
    }
    List<Long> dims = LongStream.of(tensor.getInfo().getShape()).boxed().toList();
    return switch (tensor.getInfo().type) {
      case FLOAT, FLOAT16, BFLOAT16 -> new Answer(dims, tensor.getFloatBuffer());
      case DOUBLE -> new Answer(dims, narrow(tensor.getDoubleBuffer()));
      default ->
          throw new RunException(
              "output %s: expected floating-point numbers, found %s"
                  .formatted(output, tensor.getInfo().type));
    };
  }

  private static FloatBuffer narrow(DoubleBuffer wide) {
    FloatBuffer narrow = FloatBuffer.allocate(wide.remaining());
    while (wide.hasRemaining()) {
      narrow.put((float) wide.get());
    }
    return narrow.flip();
  }
}
