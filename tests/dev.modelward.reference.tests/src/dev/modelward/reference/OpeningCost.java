// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.testkit.Allocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;

/** What opening a model costs: milliseconds cold and warm, heap that stays and heap asked for. */
record OpeningCost(long first, long median, long heap, long allocated) {
  private static final int WARM = 5;
  private static final int TIMES = 11;

  static OpeningCost of(Path file) {
    long first = millis(file);
    for (int i = 0; i < WARM; i++) {
      open(file);
    }
    long[] times = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      times[i] = millis(file);
    }
    Arrays.sort(times);
    long allocated = Allocation.of(() -> open(file));
    long before = used();
    OnnxModel kept = open(file);
    long heap = used() - before;
    if (kept.graph().nodes().isEmpty()) {
      throw new IllegalStateException("expected nodes in " + file);
    }
    return new OpeningCost(first, times[TIMES / 2], heap, allocated);
  }

  private static long millis(Path file) {
    long start = System.nanoTime();
    open(file);
    return (System.nanoTime() - start + 999_999) / 1_000_000;
  }

  private static OnnxModel open(Path file) {
    try {
      return OnnxModel.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
