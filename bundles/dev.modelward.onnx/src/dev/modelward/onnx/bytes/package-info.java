// SPDX-License-Identifier: EPL-2.0
/**
 * Bytes where they lie: in a mapped file, in memory, or joined; and what is said when they are not
 * what they should be.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.onnx.bytes;
