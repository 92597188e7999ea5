// SPDX-License-Identifier: EPL-2.0
/** Runs what a grant opens in ONNX Runtime, which the caller brings along. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.runtime.run;
