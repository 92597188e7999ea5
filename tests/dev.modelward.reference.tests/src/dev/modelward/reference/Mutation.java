// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.testkit.Message;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages a message: at random bytes, or along the fields that it has. */
final class Mutation {
  private static final long[] NUMBERS = {
    0, 1, -1, 127, 128, Integer.MAX_VALUE, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE
  };

  private final SplittableRandom random;

  Mutation(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A damaged copy. */
  byte[] of(byte[] whole) {
    byte[] damaged = whole;
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      damaged = random.nextBoolean() ? bytes(damaged) : fields(damaged, 0);
    }
    return damaged;
  }

  private byte[] bytes(byte[] whole) {
    if (whole.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(whole.length);
    int to = Math.min(whole.length, at + random.nextInt(1, 33));
    byte[] damaged = whole.clone();
    switch (random.nextInt(5)) {
      case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> damaged[at] = (byte) random.nextInt();
      case 2 -> Arrays.fill(damaged, at, to, (byte) (random.nextBoolean() ? 0xff : 0x80));
      case 3 -> damaged = Arrays.copyOf(whole, at);
      default ->
          System.arraycopy(whole, random.nextInt(to), damaged, at, whole.length - Math.max(at, to));
    }
    return damaged;
  }

  /** Goes into a field again and again, and changes the list of fields where it ends. */
  private byte[] fields(byte[] whole, int depth) {
    List<byte[]> fields = split(whole);
    if (fields.isEmpty()) {
      return bytes(whole);
    }
    int at = random.nextInt(fields.size());
    int payload = payload(fields.get(at));
    if (payload > 0 && depth < 8 && random.nextInt(4) > 0) {
      fields.set(at, inside(fields.get(at), payload, depth));
    } else {
      change(fields, at);
    }
    return joined(fields);
  }

  private byte[] inside(byte[] field, int payload, int depth) {
    byte[] inner = fields(Arrays.copyOfRange(field, payload, field.length), depth + 1);
    return new Message().tag(field[0] >> 3 & 0x1f, 2).varint(inner.length).raw(inner).toArray();
  }

  private void change(List<byte[]> fields, int at) {
    int other = random.nextInt(fields.size());
    byte[] field = fields.get(at);
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    switch (random.nextInt(7)) {
      case 0 -> fields.remove(at);
      case 1 -> fields.add(other, field);
      case 2 -> fields.set(at, fields.set(other, field));
      case 3 -> fields.set(at, new Message().integer(field[0] >> 3 & 0x1f, number).toArray());
      case 4 -> fields.add(new Message().integer(random.nextInt(1, 30), number).toArray());
      case 5 -> fields.add(new Message().tag(random.nextInt(1, 30), 2).varint(number).toArray());
      default -> fields.set(at, new Message().bytes(random.nextInt(1, 30), field).toArray());
    }
  }

  private static byte[] joined(List<byte[]> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fields.forEach(out::writeBytes);
    return out.toByteArray();
  }

  /** The fields of a message whose tags take one byte; none where it does not look like one. */
  private static List<byte[]> split(byte[] whole) {
    List<byte[]> fields = new ArrayList<>();
    int at = 0;
    while (at < whole.length) {
      int end = end(whole, at);
      if (end < 0 || end > whole.length) {
        return List.of();
      }
      fields.add(Arrays.copyOfRange(whole, at, end));
      at = end;
    }
    return fields;
  }

  private static int end(byte[] whole, int at) {
    return switch (whole[at] & 7) {
      case 0 -> afterVarint(whole, at + 1);
      case 1 -> at + 9;
      case 5 -> at + 5;
      case 2 -> afterBytes(whole, at + 1);
      default -> -1;
    };
  }

  private static int afterVarint(byte[] whole, int at) {
    int end = at;
    while (end < whole.length && whole[end] < 0) {
      end++;
    }
    return end + 1;
  }

  private static int afterBytes(byte[] whole, int at) {
    int payload = afterVarint(whole, at);
    long length = 0;
    for (int i = Math.min(payload, whole.length) - 1; i >= at; i--) {
      length = length << 7 | whole[i] & 0x7f;
    }
    return length < 0 || length > whole.length ? -1 : (int) (payload + length);
  }

  /** Where the payload of a field of bytes begins; 0 for a field of another kind. */
  private static int payload(byte[] field) {
    return field.length > 0 && (field[0] & 0x87) == 2 ? afterVarint(field, 1) : 0;
  }
}
