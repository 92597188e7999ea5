// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.lesson.Hook;
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

/** The memory in which the samples of a step lie, with what belongs to each or to all of them. */
final class Feed {
  private final int samples;
  private final Map<String, Part> parts = new HashMap<>();

  /** Memory for so many samples, without a part yet. */
  Feed(int samples) {
    this.samples = samples;
  }

  /** Memory, and the sizes of what is in it: of each sample's numbers, or of all. */
  private record Part(List<Long> dims, ByteBuffer memory, boolean isShared) {}

  int samples() {
    return samples;
  }

  /** Adds a part of so many numbers for each sample. */
  void add(String name, List<Long> dims) {
    parts.put(name, new Part(List.copyOf(dims), memory(samples, dims), false));
  }

  /** Adds the parts that a hook fills. */
  void add(Hook hook) {
    switch (hook) {
      case Hook.Masked masked -> hook.inputs().forEach(input -> add(input, hook.dims()));
      case Hook.Replaced replaced -> hook.inputs().forEach(input -> add(input, hook.dims()));
      case Hook.Shared shared ->
          parts.put(shared.value(), new Part(shared.dims(), memory(1, shared.dims()), true));
    }
  }

  private static ByteBuffer memory(long times, List<Long> dims) {
    long elements = dims.stream().reduce(times, Math::multiplyExact);
    int bytes = Math.toIntExact(Math.multiplyExact(elements, Float.BYTES));
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
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

  /** One of several equal shares of a part, in place; all of it where all samples share it. */
  NativeTensor share(String name, int index, int of) throws RunException {
    Part part = part(name);
    if (part.isShared()) {
      return NativeTensor.over(ElementType.FLOAT32, part.dims(), part.memory());
    }
    int bytes = part.memory().capacity() / of;
    List<Long> dims = new ArrayList<>(List.of((long) samples / of));
    dims.addAll(part.dims());
    return NativeTensor.over(ElementType.FLOAT32, dims, part.memory().slice(index * bytes, bytes));
  }
}
