// SPDX-License-Identifier: EPL-2.0
/** Tests of {@code dev.modelward.onnx.tensor}. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.onnx.tensor;
