// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.transport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A file that is stored in a zip as it is: its name, size and CRC-32, and where its header is. */
record Item(String name, long size, int crc, long offset) {
  /** How long a header is before the name. */
  static final int HEADER = 30;

  /** From here on, numbers do not fit into the fields of 32 bits and are in an extra field. */
  static final long LARGE = 0xffffffffL;

  static final int PLAIN_VERSION = 20;
  static final int LARGE_VERSION = 45;

  private static final int DIRECTORY_HEADER = 46;
  private static final int EXTRA = 4;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int SIGNATURE = 0x02014b50;
  private static final short UTF8 = 0x0800;
  private static final short FIRST_DAY = 0x21;
  private static final short UNIX = 3 << 8;
  private static final int ORDINARY_FILE = 0100644 << 16;

  private byte[] nameBytes() {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private boolean isLarge() {
    return size >= LARGE;
  }

  private boolean isFar() {
    return offset >= LARGE;
  }

  private short version() {
    return (short) (isLarge() || isFar() ? LARGE_VERSION : PLAIN_VERSION);
  }

  /** The first byte of the file. */
  long start() {
    return offset + header().length;
  }

  /** The first byte after the file. */
  long end() {
    return start() + size;
  }

  /** The header before the file. */
  byte[] header() {
    int extra = isLarge() ? EXTRA + 2 * Long.BYTES : 0;
    ByteBuffer bytes = little(HEADER + nameBytes().length + extra);
    bytes.putInt(LOCAL_SIGNATURE);
    common(bytes, extra);
    bytes.put(nameBytes());
    extra(bytes, extra, isLarge() ? new long[] {size, size} : new long[0]);
    return bytes.array();
  }

  /** The entry in the directory behind all files. */
  byte[] entry() {
    long[] wide = wide();
    int extra = wide.length == 0 ? 0 : EXTRA + wide.length * Long.BYTES;
    ByteBuffer bytes = little(DIRECTORY_HEADER + nameBytes().length + extra);
    bytes.putInt(SIGNATURE).putShort((short) (UNIX | version()));
    common(bytes, extra);
    // no comment, on the first disk, not a text
    bytes.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    bytes.putInt(ORDINARY_FILE).putInt(narrow(offset)).put(nameBytes());
    extra(bytes, extra, wide);
    return bytes.array();
  }

  private long[] wide() {
    if (isLarge()) {
      return isFar() ? new long[] {size, size, offset} : new long[] {size, size};
    }
    return isFar() ? new long[] {offset} : new long[0];
  }

  private void common(ByteBuffer bytes, int extra) {
    bytes.putShort(version()).putShort(UTF8).putShort((short) 0);
    bytes.putShort((short) 0).putShort(FIRST_DAY);
    bytes.putInt(crc).putInt(narrow(size)).putInt(narrow(size));
    bytes.putShort((short) nameBytes().length).putShort((short) extra);
  }

  private static void extra(ByteBuffer bytes, int length, long... wide) {
    if (length > 0) {
      bytes.putShort((short) 1).putShort((short) (length - EXTRA));
      for (long each : wide) {
        bytes.putLong(each);
      }
    }
  }

  /** A number in 32 bits, or the sign that it is elsewhere. */
  static int narrow(long number) {
    return (int) Math.min(number, LARGE);
  }

  static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
