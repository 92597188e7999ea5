// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.wire;

/** How the value of a protobuf field is encoded, in the order of its number on the wire. */
enum WireType {
  VARINT,
  FIXED64,
  LENGTH,
  GROUP_START,
  GROUP_END,
  FIXED32
}
