// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import java.io.IOException;

/** Says that a file is not the ONNX it should be: where, what was expected, and what was found. */
public final class OnnxFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final String place;
  private final long offset;
  private final String expected;
  private final String found;

  /** Names the place by its trail and its offset in the file. */
  public OnnxFormatException(Trail trail, long offset, String expected, String found) {
    super(
        "%s: %s at byte %d: expected %s, found %s"
            .formatted(trail.source(), trail, offset, expected, found));
    this.source = trail.source().toString();
    this.place = trail.toString();
    this.offset = offset;
    this.expected = expected;
    this.found = found;
  }

  /** The name of the file. */
  public String source() {
    return source;
  }

  /** The message in the file, as in {@code graph.node[3]}. */
  public String place() {
    return place;
  }

  /** The offset in the file. */
  public long offset() {
    return offset;
  }

  /** What should be there. */
  public String expected() {
    return expected;
  }

  /** What is there. */
  public String found() {
    return found;
  }
}
