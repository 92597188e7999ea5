// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.artifact.Tensor;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Takes the message of a ring, keeps which blocks it holds, and lets their values pass by. */
final class RingIndex extends OutputStream {
  private static final byte[] MAGIC = "MWRING1\0".getBytes(StandardCharsets.US_ASCII);
  private static final long LONGEST = Integer.MAX_VALUE / Integer.BYTES;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final int ring;
  private final List<Tensor> tensors;
  private final List<RingPart> parts = new ArrayList<>();
  private ByteBuffer room = NOTHING;
  private Consumer<ByteBuffer> step = bytes -> {};
  private long entries;
  private int filled;
  private boolean isWhole;

  RingIndex(int ring, List<Tensor> tensors) {
    this.ring = ring;
    this.tensors = tensors;
    want(MAGIC.length + Integer.BYTES, this::begin);
  }

  /** What is left to be read after the next bytes: nothing, where a message is not as it should. */
  private void want(int bytes, Consumer<ByteBuffer> next) {
    room = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    step = next;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  @NonNullByDefault({})
  public void write(byte[] bytes, int from, int count) {
    int at = from;
    int end = from + count;
    while (at < end && room.hasRemaining()) {
      int length = Math.min(room.remaining(), end - at);
      room.put(bytes, at, length);
      at += length;
      if (!room.hasRemaining()) {
        ByteBuffer full = room.flip();
        room = NOTHING;
        step.accept(full);
        Arrays.fill(full.array(), (byte) 0);
      }
    }
  }

  private void begin(ByteBuffer bytes) {
    byte[] magic = new byte[MAGIC.length];
    bytes.get(magic);
    entries = Integer.toUnsignedLong(bytes.getInt());
    if (Arrays.equals(magic, MAGIC) && entries <= tensors.size()) {
      next();
    }
  }

  private void next() {
    if (parts.size() < entries) {
      want(2 * Integer.BYTES, this::head);
    } else {
      numbers();
    }
  }

  private void head(ByteBuffer bytes) {
    int index = bytes.getInt();
    int rank = bytes.getInt();
    int last = parts.isEmpty() ? -1 : parts.getLast().tensor();
    if (index > last && index < tensors.size() && rank == tensors.get(index).dims().size()) {
      want((rank + 1) * Long.BYTES, tail -> entry(index, tail));
    }
  }

  private void entry(int index, ByteBuffer tail) {
    List<Long> tile = new ArrayList<>();
    for (int i = 0; i < tensors.get(index).dims().size(); i++) {
      tile.add(tail.getLong());
    }
    long count = tail.getLong();
    if (!Grid.divides(tile, tensors.get(index).dims())) {
      return;
    }
    long most = Math.min(new Grid(tensors.get(index).dims(), tile).cells(), LONGEST);
    if (count > 0 && count <= most) {
      parts.add(new RingPart(ring, index, List.copyOf(tile), new int[(int) count]));
      next();
    }
  }

  private void numbers() {
    isWhole = filled == parts.size();
    if (!isWhole) {
      want(parts.get(filled).blocks().length * Integer.BYTES, this::fill);
    }
  }

  private void fill(ByteBuffer bytes) {
    RingPart part = parts.get(filled);
    bytes.asIntBuffer().get(part.blocks());
    long cells = new Grid(tensors.get(part.tensor()).dims(), part.tile()).cells();
    long last = -1;
    for (int block : part.blocks()) {
      if (block <= last || block >= cells) {
        return;
      }
      last = block;
    }
    filled++;
    numbers();
  }

  /** Which blocks of which tensors the ring holds, once its message has passed. */
  List<RingPart> parts() throws Malformed {
    if (!isWhole) {
      parts.forEach(RingPart::erase);
      throw new Malformed("ring " + ring, "entries for the manifest's tensors", "others");
    }
    return List.copyOf(parts);
  }
}
