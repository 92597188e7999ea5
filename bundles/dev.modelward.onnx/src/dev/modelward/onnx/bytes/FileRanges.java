// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** Maps parts of a file; a part larger than one mapping can be becomes several in a row. */
final class FileRanges {
  private static final long LARGEST = 1L << 30;

  private FileRanges() {}

  static Bytes map(FileChannel channel, long offset, long length) throws IOException {
    if (offset < 0 || length < 0 || offset > channel.size() - length) {
      throw new EOFException(
          "expected %d bytes at offset %d, found a file of %d bytes"
              .formatted(length, offset, channel.size()));
    }
    if (length == 0) {
      return Bytes.EMPTY;
    }
    List<Bytes> parts = new ArrayList<>();
    for (long at = 0; at < length; at += LARGEST) {
      long part = Math.min(LARGEST, length - at);
      parts.add(
          new Range(channel.map(FileChannel.MapMode.READ_ONLY, offset + at, part), offset + at));
    }
    return Bytes.join(parts);
  }
}
