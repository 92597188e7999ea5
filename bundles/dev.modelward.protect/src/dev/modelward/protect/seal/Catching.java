// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.runtime.artifact.FileDigest;
import dev.modelward.runtime.artifact.Tree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The digest of a file whose pieces are written in any order, by several threads: whichever is free
 * digests what is there from the front on, while it is still in the memory of the system.
 */
final class Catching {
  private final FileChannel file;
  private final long[] ends;
  private final MessageDigest sha = Tree.sha256();
  private final byte[] buffer = new byte[1 << 18];
  private final ReentrantLock lock = new ReentrantLock();
  private final BitSet written = new BitSet();
  private int next;
  private long at;

  /** For a file of pieces that end at these places. */
  Catching(FileChannel file, long... ends) {
    this.file = file;
    this.ends = ends.clone();
  }

  /** Takes note that a piece was written, and catches up unless another thread does. */
  void written(int piece) throws IOException {
    synchronized (written) {
      written.set(piece);
    }
    if (lock.tryLock()) {
      try {
        catchUp();
      } finally {
        lock.unlock();
      }
    }
  }

  private void catchUp() throws IOException {
    while (next < ends.length && isWritten(next)) {
      digestTo(ends[next]);
      next++;
    }
  }

  private boolean isWritten(int piece) {
    synchronized (written) {
      return written.get(piece);
    }
  }

  private void digestTo(long end) throws IOException {
    while (at < end) {
      int part = (int) Math.min(buffer.length, end - at);
      int count = file.read(ByteBuffer.wrap(buffer, 0, part), at);
      if (count < 0) {
        throw new IOException("the file became shorter while it was written");
      }
      sha.update(buffer, 0, count);
      at += count;
    }
  }

  /** The digest of the whole file, all of whose pieces are written by now. */
  FileDigest digest() throws IOException {
    lock.lock();
    try {
      catchUp();
      return new FileDigest(HexFormat.of().formatHex(sha.digest()), at);
    } finally {
      lock.unlock();
    }
  }
}
