// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.wire;

/** Where a field lies in its message: its tag, its payload, and its end. */
public record Span(long start, long payload, long end) {}
