// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** What stands behind the files of a zip: the directory, and where it is. */
record Directory(List<Item> items) {
  private static final int WIDE_END = 56;
  private static final int LOCATOR = 20;
  private static final int END = 22;
  private static final int WIDE_SIGNATURE = 0x06064b50;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int SIGNATURE = 0x06054b50;
  private static final short UNIX = 3 << 8;

  Directory {
    items = List.copyOf(items);
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    items.forEach(item -> all.writeBytes(item.entry()));
    int size = all.size();
    long offset = items.getLast().end();
    if (offset >= Item.LARGE) {
      all.writeBytes(wide(size, offset));
    }
    short count = (short) items.size();
    ByteBuffer end = Item.little(END).putInt(SIGNATURE).putInt(0).putShort(count).putShort(count);
    end.putInt(size).putInt(Item.narrow(offset)).putShort((short) 0);
    all.writeBytes(end.array());
    return all.toByteArray();
  }

  private byte[] wide(int size, long offset) {
    ByteBuffer bytes = Item.little(WIDE_END + LOCATOR);
    bytes.putInt(WIDE_SIGNATURE).putLong(WIDE_END - Integer.BYTES - Long.BYTES);
    bytes.putShort((short) (UNIX | Item.LARGE_VERSION)).putShort((short) Item.LARGE_VERSION);
    bytes.putLong(0).putLong(items.size()).putLong(items.size()).putLong(size).putLong(offset);
    bytes.putInt(LOCATOR_SIGNATURE).putInt(0).putLong(offset + size).putInt(1);
    return bytes.array();
  }
}
