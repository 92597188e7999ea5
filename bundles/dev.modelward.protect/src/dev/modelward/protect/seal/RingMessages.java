// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.runtime.artifact.BlockLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The messages of rings, made of sealed slots. */
record RingMessages(List<Slot> slots) implements RingWriter.Messages {
  private static final byte[] MAGIC = "MWRING1\0".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 1 << 16;

  @Override
  public void write(int ring, OutputStream to) throws IOException {
    List<Integer> entries = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      if (blocks(i, ring).length > 0) {
        entries.add(i);
      }
    }
    to.write(MAGIC);
    to.write(little(Integer.BYTES).putInt(entries.size()).array());
    for (int each : entries) {
      to.write(entry(each, ring));
    }
    for (int each : entries) {
      long[] blocks = blocks(each, ring);
      ByteBuffer numbers = little(Math.multiplyExact(Integer.BYTES, blocks.length));
      for (long block : blocks) {
        numbers.putInt((int) block);
      }
      to.write(numbers.array());
    }
    for (int each : entries) {
      values(each, blocks(each, ring), to);
    }
  }

  private long[] blocks(int slot, int ring) {
    return slots.get(slot).sealed().map(layer -> layer.ring(ring)).orElse(new long[0]);
  }

  private byte[] entry(int index, int ring) {
    List<Long> tile = slots.get(index).sealed().orElseThrow().blocks().tiling().tile();
    ByteBuffer entry = little(2 * Integer.BYTES + (tile.size() + 1) * Long.BYTES);
    entry.putInt(index).putInt(tile.size());
    tile.forEach(entry::putLong);
    return entry.putLong(blocks(index, ring).length).array();
  }

  private void values(int index, long[] blocks, OutputStream to) throws IOException {
    Slot slot = slots.get(index);
    BlockLayout layout = slot.sealed().orElseThrow().layout();
    ByteBuffer tensor = slot.raw().buffer();
    ByteBuffer values = little(Math.max(BUFFER, layout.blockBytes()));
    for (long block : blocks) {
      if (values.remaining() < layout.blockBytes()) {
        to.write(values.array(), 0, values.position());
        values.clear();
      }
      layout.take(block, tensor, values);
    }
    to.write(values.array(), 0, values.position());
    Arrays.fill(values.array(), (byte) 0);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
