// SPDX-License-Identifier: EPL-2.0
/** A plain evaluator of ONNX graphs in 64-bit floats, to compare others with. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.testkit.evaluator;
