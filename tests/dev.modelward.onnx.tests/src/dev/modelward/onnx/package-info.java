// SPDX-License-Identifier: EPL-2.0
/** Tests of {@code dev.modelward.onnx}. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.onnx;
