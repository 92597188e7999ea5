// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.sealed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The message of a ring, field by field, so that a test can say whatever it likes. */
public record RingMessage(List<Field> fields) {
  private static final long[] NUMBERS = {
    0,
    1,
    2,
    3,
    -1,
    0x7f,
    0x80,
    0xff,
    0xffff,
    Integer.MAX_VALUE,
    1L << 31,
    1L << 32,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    1L << 61
  };

  /** Keeps its own copy. */
  public RingMessage {
    fields = List.copyOf(fields);
  }

  /** Some bytes of a message. */
  public record Field(List<Byte> bytes) {
    /** Keeps its own copy. */
    public Field {
      bytes = List.copyOf(bytes);
    }

    static Field of(byte... bytes) {
      List<Byte> all = new ArrayList<>();
      for (byte each : bytes) {
        all.add(each);
      }
      return new Field(all);
    }

    /** A number that takes so many bytes. */
    static Field of(long number, int size) {
      byte[] all =
          ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
      return of(Arrays.copyOf(all, size));
    }
  }

  /** The blocks of one tensor: its index, the tile, and of each block the number and the bytes. */
  public record Entry(int tensor, List<Long> tile, List<Integer> blocks, List<byte[]> values) {
    /** Keeps its own copies. */
    public Entry {
      tile = List.copyOf(tile);
      blocks = List.copyOf(blocks);
      values = List.copyOf(values);
    }
  }

  /** The message that docs/format.md describes. */
  public static RingMessage of(Entry... entries) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("MWRING1\0".getBytes(StandardCharsets.US_ASCII)));
    fields.add(Field.of(entries.length, Integer.BYTES));
    for (Entry each : entries) {
      fields.add(Field.of(each.tensor, Integer.BYTES));
      fields.add(Field.of(each.tile.size(), Integer.BYTES));
      each.tile.forEach(size -> fields.add(Field.of(size, Long.BYTES)));
      fields.add(Field.of(each.blocks.size(), Long.BYTES));
    }
    for (Entry each : entries) {
      each.blocks.forEach(block -> fields.add(Field.of(block, Integer.BYTES)));
    }
    for (Entry each : entries) {
      each.values.forEach(value -> fields.add(Field.of(value)));
    }
    return new RingMessage(fields);
  }

  /** The bytes of the message. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fields.forEach(field -> field.bytes.forEach(out::write));
    return out.toByteArray();
  }

  /** The message with another number in one field, which keeps its length. */
  public RingMessage with(int field, long number) {
    List<Field> changed = new ArrayList<>(fields);
    changed.set(field, Field.of(number, Math.min(Long.BYTES, fields.get(field).bytes.size())));
    return new RingMessage(changed);
  }

  /** A message with one to three changes: numbers, fields lost, doubled or swapped, or bytes. */
  public byte[] damaged(SplittableRandom random) {
    RingMessage changed = this;
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      changed = changed.once(random);
    }
    byte[] bytes = changed.bytes();
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(1, 20));
      default -> bytes;
    };
  }

  private RingMessage once(SplittableRandom random) {
    if (fields.isEmpty()) {
      return this;
    }
    List<Field> changed = new ArrayList<>(fields);
    int at = random.nextInt(fields.size());
    switch (random.nextInt(6)) {
      case 0 -> changed.remove(at);
      case 1 -> changed.add(random.nextInt(fields.size() + 1), fields.get(at));
      case 2 -> changed.set(at, changed.set(random.nextInt(fields.size()), fields.get(at)));
      case 3 -> changed.set(at, flipped(fields.get(at), random));
      default -> {
        return with(at, NUMBERS[random.nextInt(NUMBERS.length)]);
      }
    }
    return new RingMessage(changed);
  }

  private static Field flipped(Field field, SplittableRandom random) {
    if (field.bytes.isEmpty()) {
      return field;
    }
    List<Byte> bytes = new ArrayList<>(field.bytes);
    int at = random.nextInt(bytes.size());
    bytes.set(at, (byte) (bytes.get(at) ^ 1 << random.nextInt(8)));
    return new Field(bytes);
  }
}
