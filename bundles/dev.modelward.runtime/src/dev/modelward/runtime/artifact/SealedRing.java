// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.stream.SealedMessage;
import dev.modelward.runtime.stream.SealedSource;
import dev.modelward.runtime.stream.StreamKey;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A ring of an artifact with the key that opens it, until it is closed. */
final class SealedRing implements AutoCloseable {
  private final SealedSource source;
  private final StreamKey key;
  private final byte[] context;

  private SealedRing(SealedSource source, StreamKey key, byte[] context) {
    this.source = source;
    this.key = key;
    this.context = context;
  }

  /** The ring of a tier in the file of rings. */
  static SealedRing of(FileChannel file, Manifest manifest, RingContext context, TierKey key) {
    int number = key.tier();
    return new SealedRing(
        part(file, manifest.rings().streams().get(number - 1)), key.ringKey(), context.of(number));
  }

  private static SealedSource part(FileChannel file, Rings.Extent extent) {
    SealedSource whole = SealedSource.of(file);
    return new SealedSource() {
      @Override
      public long size() {
        return extent.length();
      }

      @Override
      public void read(long offset, ByteBuffer into) throws IOException {
        if (into.remaining() > extent.length() - offset) {
          throw new EOFException("beyond the ring");
        }
        whole.read(extent.offset() + offset, into);
      }
    };
  }

  /** The message, for one thread. */
  SealedMessage open() throws IOException {
    return SealedMessage.of(source, key, context);
  }

  @Override
  public void close() {
    key.close();
  }
}
