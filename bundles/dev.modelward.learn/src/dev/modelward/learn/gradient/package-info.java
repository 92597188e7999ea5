// SPDX-License-Identifier: EPL-2.0
/** Gradients as ONNX models: the backward pass of a graph, written in standard operators. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.gradient;
