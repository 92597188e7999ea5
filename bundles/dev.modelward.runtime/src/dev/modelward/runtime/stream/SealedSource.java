// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Where the bytes of a sealed stream are, in any order. */
public interface SealedSource {
  /** The number of bytes. */
  long size() throws IOException;

  /** Fills the rest of a buffer with the bytes from a place on. */
  void read(long offset, ByteBuffer into) throws IOException;

  /** All bytes of a file, which stays the caller's to close. */
  static SealedSource of(FileChannel file) {
    return new SealedSource() {
      @Override
      public long size() throws IOException {
        return file.size();
      }

      @Override
      public void read(long offset, ByteBuffer into) throws IOException {
        for (long at = offset; into.hasRemaining(); ) {
          int count = file.read(into, at);
          if (count < 0) {
            throw new EOFException("the file became shorter");
          }
          at += count;
        }
      }
    };
  }

  /** The rest of a buffer, whose position stays. */
  static SealedSource of(ByteBuffer bytes) {
    ByteBuffer rest = bytes.slice();
    return new SealedSource() {
      @Override
      public long size() {
        return rest.capacity();
      }

      @Override
      public void read(long offset, ByteBuffer into) {
        into.put(rest.slice(Math.toIntExact(offset), into.remaining()));
      }
    };
  }
}
