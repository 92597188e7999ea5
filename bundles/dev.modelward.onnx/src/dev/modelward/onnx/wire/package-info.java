// SPDX-License-Identifier: EPL-2.0
/**
 * The protobuf wire format, read without copying and written without touching what did not change.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.onnx.wire;
