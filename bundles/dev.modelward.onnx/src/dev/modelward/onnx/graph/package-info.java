// SPDX-License-Identifier: EPL-2.0
/**
 * Questions to a graph: who produces and consumes a value, in which order nodes run, which nodes
 * own weights.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.onnx.graph;
