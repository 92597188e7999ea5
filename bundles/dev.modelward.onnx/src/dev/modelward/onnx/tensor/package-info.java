// SPDX-License-Identifier: EPL-2.0
/** Tensors: element types, numbers in place, and data kept outside the model file. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.onnx.tensor;
