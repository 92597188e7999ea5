// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.stream.SealedMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The blocks of one tensor in a ring: where their numbers and their values are in its message. */
record RingEntry(int tensor, BlockLayout layout, int count, long blocksAt, long valuesAt) {
  static final byte[] MAGIC = "MWRING1\0".getBytes(StandardCharsets.US_ASCII);

  /** All entries of a message, which must be those of these tensors and fill it. */
  static List<RingEntry> read(SealedMessage message, List<Tensor> tensors)
      throws IOException, Malformed {
    return new Table(message, tensors).read();
  }

  /** Reads from the front. */
  private static final class Table {
    private final SealedMessage message;
    private final List<Tensor> tensors;
    private long at;

    private Table(SealedMessage message, List<Tensor> tensors) {
      this.message = message;
      this.tensors = tensors;
    }

    private List<RingEntry> read() throws IOException, Malformed {
      byte[] magic = new byte[MAGIC.length];
      next(magic.length).get(magic);
      long entries = Integer.toUnsignedLong(next(Integer.BYTES).getInt());
      check(Arrays.equals(magic, MAGIC) && entries <= tensors.size());
      List<RingEntry> found = new ArrayList<>();
      int last = -1;
      for (int i = 0; i < entries; i++) {
        RingEntry entry = entry();
        check(entry.tensor > last);
        last = entry.tensor;
        found.add(entry);
      }
      return placed(found);
    }

    private RingEntry entry() throws IOException, Malformed {
      ByteBuffer head = next(2 * Integer.BYTES);
      int index = head.getInt();
      int rank = head.getInt();
      check(index >= 0 && index < tensors.size());
      Tensor tensor = tensors.get(index);
      check(rank == tensor.dims().size() && tensor.elementBytes() > 0);
      check(tensor.length() <= Integer.MAX_VALUE);
      ByteBuffer tail = next((rank + 1) * Long.BYTES);
      List<Long> tile = new ArrayList<>();
      for (long dim : tensor.dims()) {
        long each = tail.getLong();
        check(each > 0 && dim % each == 0);
        tile.add(each);
      }
      BlockLayout layout = BlockLayout.of(tensor.dims(), tile, tensor.elementBytes());
      long count = tail.getLong();
      check(count > 0 && count <= layout.blocks());
      return new RingEntry(index, layout, (int) count, 0, 0);
    }

    private List<RingEntry> placed(List<RingEntry> entries) throws Malformed {
      List<RingEntry> placed = new ArrayList<>();
      long values = at;
      for (RingEntry each : entries) {
        values += (long) Integer.BYTES * each.count;
      }
      for (RingEntry each : entries) {
        placed.add(new RingEntry(each.tensor, each.layout, each.count, at, values));
        at += (long) Integer.BYTES * each.count;
        values += (long) each.layout.blockBytes() * each.count;
      }
      check(values == message.size());
      return placed;
    }

    private ByteBuffer next(int length) throws IOException, Malformed {
      check(length <= message.size() - at);
      ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      message.read(at, bytes);
      at += length;
      return bytes.flip();
    }

    private static void check(boolean holds) throws Malformed {
      if (!holds) {
        throw new Malformed("a ring", "entries for the manifest's tensors", "others");
      }
    }
  }
}
