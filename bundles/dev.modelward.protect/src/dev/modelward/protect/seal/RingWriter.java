// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.runtime.artifact.BlockLayout;
import dev.modelward.runtime.artifact.FileDigest;
import dev.modelward.runtime.artifact.RingContext;
import dev.modelward.runtime.artifact.Rings;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.stream.SealingStream;
import dev.modelward.runtime.stream.StreamKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Writes the rings of some sealed slots, each under its own key. */
record RingWriter(List<Slot> slots, RingContext context) {
  private static final byte[] MAGIC = "MWRING1\0".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 1 << 16;

  /** Writes a file of all rings up to the tier of a key. */
  Rings write(Path file, TierKey top) throws IOException {
    List<Rings.Extent> extents = new ArrayList<>();
    Counting counted = new Counting();
    DigestOutputStream digested = new DigestOutputStream(counted, Tree.sha256());
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      counted.to = to;
      for (int ring = 1; ring <= top.tier(); ring++) {
        long from = counted.count;
        try (TierKey tier = top.of(ring);
            StreamKey key = tier.ringKey();
            SealingStream sealing = SealingStream.to(digested, key, context.of(ring))) {
          write(ring, sealing);
          sealing.finish();
        }
        extents.add(new Rings.Extent(from, counted.count - from));
      }
    }
    String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
    return new Rings(context.generation(), new FileDigest(sha256, counted.count), extents);
  }

  /** Counts what passes. */
  private static final class Counting extends OutputStream {
    private OutputStream to = nullOutputStream();
    private long count;

    @Override
    public void write(int one) throws IOException {
      to.write(one);
      count++;
    }

    @Override
    @NonNullByDefault({})
    public void write(byte[] bytes, int offset, int length) throws IOException {
      to.write(bytes, offset, length);
      count += length;
    }
  }

  private void write(int ring, OutputStream to) throws IOException {
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
