// SPDX-License-Identifier: EPL-2.0
/** Models at work in ONNX Runtime: sessions, and what is observed while they run. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.run;
