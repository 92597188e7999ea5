// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.tensor.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The memory in which the samples of a step lie, with all that belongs to each of them. */
final class Feed {
  private final int samples;
  private final Map<String, Part> parts = new HashMap<>();

  /** Memory for so many samples, without a part yet. */
  Feed(int samples) {
    this.samples = samples;
  }

  /** The sizes of one sample's numbers, and the memory of all. */
  private record Part(List<Long> dims, ByteBuffer memory) {}

  int samples() {
    return samples;
  }

  /** Adds a part of so many numbers for each sample. */
  void add(String name, List<Long> dims) {
    long elements = dims.stream().reduce((long) samples, Math::multiplyExact);
    int bytes = Math.toIntExact(Math.multiplyExact(elements, Float.BYTES));
    ByteBuffer memory = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    parts.put(name, new Part(List.copyOf(dims), memory));
  }

  private Part part(String name) {
    return Optional.ofNullable(parts.get(name))
        .orElseThrow(() ->
            new IllegalArgumentException("expected one of " + parts.keySet() + ", found " + name));
  }

  FloatBuffer floats(String name) {
    return part(name).memory().duplicate().order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  void clear(String name) {
    FloatBuffer floats = floats(name);
    while (floats.hasRemaining()) {
      floats.put(0);
    }
  }

  /** One of several equal shares of a part, in place. */
  NativeTensor share(String name, int index, int of) throws RunException {
    Part part = part(name);
    int bytes = part.memory().capacity() / of;
    List<Long> dims = new ArrayList<>(List.of((long) samples / of));
    dims.addAll(part.dims());
    return NativeTensor.over(ElementType.FLOAT32, dims, part.memory().slice(index * bytes, bytes));
  }
}
