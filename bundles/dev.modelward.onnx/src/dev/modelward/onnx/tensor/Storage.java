// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.Bytes;

/** How a tensor keeps its elements. */
public sealed interface Storage {

  /** As raw little-endian bytes in the model file. */
  record Raw(Bytes bytes) implements Storage {}

  /** As numbers or texts in fields of their own in the model file. */
  record Fields() implements Storage {}

  /** In a file of their own beside the model file. */
  record External(ExternalBytes data) implements Storage {}
}
