// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.stream.SealedMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The blocks of a ring in pieces that can be put into their tensors at once. */
final class RingPieces {
  private static final int PIECE = 1 << 20;

  private final SealedRing ring;
  private final Restored restored;
  private final List<Piece> pieces = new ArrayList<>();

  /** Blocks of an entry from one to before another. */
  private record Piece(RingEntry entry, int from, int to) {}

  RingPieces(SealedRing ring, List<RingEntry> entries, Restored restored) {
    this.ring = ring;
    this.restored = restored;
    for (RingEntry entry : entries) {
      int step = Math.max(1, PIECE / (entry.layout().blockBytes() + Integer.BYTES));
      for (int from = 0; from < entry.count(); from += step) {
        pieces.add(new Piece(entry, from, Math.min(entry.count(), from + step)));
      }
    }
  }

  int count() {
    return pieces.size();
  }

  /** A worker that reads the ring by itself. */
  Workers.Worker worker() throws IOException {
    SealedMessage message = ring.open();
    return new Workers.Worker() {
      @Override
      public void work(int piece) throws IOException, ProtectionException {
        put(pieces.get(piece), message);
      }

      @Override
      public void close() {
        message.close();
      }
    };
  }

  private void put(Piece piece, SealedMessage message) throws IOException, Malformed {
    RingEntry entry = piece.entry;
    ByteBuffer tensor = restored.tensors().get(entry.tensor()).duplicate();
    // the number of the block before comes along, which this piece's ones must be above
    int first = Math.max(0, piece.from - 1);
    ByteBuffer blocks = room(Integer.BYTES, piece.to - first);
    ByteBuffer values = room(entry.layout().blockBytes(), piece.to - piece.from);
    try {
      message.read(entry.blocksAt() + (long) Integer.BYTES * first, blocks);
      message.read(entry.valuesAt() + (long) entry.layout().blockBytes() * piece.from, values);
      blocks.flip();
      values.flip();
      long last = first < piece.from ? blocks.getInt() : -1;
      while (blocks.hasRemaining()) {
        int block = blocks.getInt();
        if (block <= last || block >= entry.layout().blocks()) {
          throw new Malformed("a ring", "rising numbers of blocks", "another number");
        }
        entry.layout().place(block, values, tensor);
        last = block;
      }
    } finally {
      Restored.erase(blocks);
      Restored.erase(values);
    }
  }

  private static ByteBuffer room(int each, int count) {
    return ByteBuffer.allocate(Math.multiplyExact(each, count)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
