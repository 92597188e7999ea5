// SPDX-License-Identifier: EPL-2.0
/** ONNX files as immutable values: a model, its graph, and the edits that make new ones. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.onnx;
