// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.Tensor;
import java.util.Optional;

/** The place of an initializer, by its index, in the data file, and what of it is sealed. */
record Slot(int index, Tensor tensor, Bytes raw, long offset, Optional<SealedLayer> sealed) {
  private static final long LARGE = 1 << 20;
  private static final long PAGE = 4096;
  private static final long LINE = 64;

  /** Where a tensor of so many bytes begins behind others. */
  static long aligned(long end, long length) {
    long step = length >= LARGE ? PAGE : LINE;
    return Math.ceilDiv(end, step) * step;
  }

  long length() {
    return raw.size();
  }

  long end() {
    return offset + length();
  }
}
