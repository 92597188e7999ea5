// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The begin of an idx file: two zeros, a type, a rank, and dimensions, the most significant byte
 * first.
 */
final class IdxHeader {
  private static final int UNSIGNED_BYTES = 8;

  private final long count;
  private final int[] dims;

  private IdxHeader(long count, int[] dims) {
    this.count = count;
    this.dims = dims;
  }

  static IdxHeader read(InputStream in, String place) throws IOException {
    byte[] magic = bytes(in, 4, place);
    if (magic[0] != 0 || magic[1] != 0 || magic[2] != UNSIGNED_BYTES || magic[3] < 1) {
      throw new DataException(
          place, "an idx file of bytes (00 00 08 and a rank)", "it begins with " + hex(magic));
    }
    ByteBuffer sizes = ByteBuffer.wrap(bytes(in, 4 * magic[3], place));
    long count = Integer.toUnsignedLong(sizes.getInt());
    int[] dims = new int[magic[3] - 1];
    long length = 1;
    for (int i = 0; i < dims.length; i++) {
      dims[i] = sizes.getInt();
      length = dims[i] > 0 && length <= Sample.MOST ? length * dims[i] : Long.MAX_VALUE;
    }
    if (length > Sample.MOST) {
      throw new DataException(place, "records of 1 to 2^28 bytes", "dimensions beyond that");
    }
    return new IdxHeader(count, dims);
  }

  private static byte[] bytes(InputStream in, int count, String place) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new DataException(place, "the header of an idx file", "the end of the data");
    }
    return bytes;
  }

  private static String hex(byte[] magic) {
    return HexFormat.ofDelimiter(" ").formatHex(magic);
  }

  /** The number of bytes of the header. */
  int size() {
    return 8 + 4 * dims.length;
  }

  /** The number of dimensions, that of the records counted in. */
  int rank() {
    return dims.length + 1;
  }

  long count() {
    return count;
  }

  /** The dimensions of a record. */
  int[] dims() {
    return dims;
  }

  /** The number of bytes of a record. */
  int length() {
    int length = 1;
    for (int dim : dims) {
      length *= dim;
    }
    return length;
  }
}
