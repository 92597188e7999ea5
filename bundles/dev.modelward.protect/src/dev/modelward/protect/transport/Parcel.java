// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.transport;

import dev.modelward.learn.progress.Progress;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.ProtectionException.Tampered;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** A zip that is read from its start, in which each byte must be the one that a packer writes. */
final class Parcel implements AutoCloseable {
  private static final int BUFFER = 1 << 20;
  private static final int LONGEST_NAME = 1024;
  private static final int CRC_AT = 14;
  private static final int SIZE_AT = 22;
  private static final int NAME_AT = 26;

  private final FileChannel file;
  private final String where;
  private final List<Item> items = new ArrayList<>();
  private long at;

  Parcel(Path zip) throws IOException {
    file = FileChannel.open(zip);
    where = String.valueOf(zip.getFileName());
  }

  /** The name of the next file, whatever it is; empty where there is none. */
  String nextName() throws IOException, Malformed {
    ByteBuffer header = read(at, Item.HEADER);
    int length = header.limit() < Item.HEADER ? 0 : Short.toUnsignedInt(header.getShort(NAME_AT));
    if (length > LONGEST_NAME) {
      throw wrong("the name of a file", "one of %d bytes".formatted(length));
    }
    ByteBuffer name = read(at + Item.HEADER, length);
    return new String(name.array(), 0, name.limit(), StandardCharsets.UTF_8);
  }

  /** Takes the next file, of at most so many bytes, out into another. */
  void takeSmall(String name, long most, Path to) throws IOException, Malformed, Tampered {
    ByteBuffer header = read(at, Item.HEADER);
    long size = header.limit() < Item.HEADER ? 0 : Integer.toUnsignedLong(header.getInt(SIZE_AT));
    if (size > most) {
      throw wrong(name + " of at most %d bytes".formatted(most), "one of %d".formatted(size));
    }
    take(name, size, to, Progress.NONE);
  }

  /** Takes the next file, of so many bytes, out into another. */
  void take(String name, long size, Path to, Progress progress)
      throws IOException, Malformed, Tampered {
    ByteBuffer start = read(at, Item.HEADER);
    int crc = start.limit() < Item.HEADER ? 0 : start.getInt(CRC_AT);
    Item item = new Item(name, size, crc, at);
    byte[] expected = item.header();
    ByteBuffer found = read(at, expected.length);
    if (!Arrays.equals(found.array(), expected)) {
      throw wrong(
          "%s of %d bytes, stored as by modelward pack".formatted(name, size),
          FolderName.quoted(nextName()) + " or another form");
    }
    if (item.end() > file.size()) {
      throw wrong("%d bytes of %s".formatted(size, name), "the end of the file");
    }
    if (copy(item, to, progress) != crc) {
      throw new Tampered(where + ": " + name);
    }
    items.add(item);
    at = item.end();
  }

  /** Refuses whatever else there is behind the files than their directory. */
  void end() throws IOException, Malformed {
    byte[] expected = new Directory(items).bytes();
    ByteBuffer found = read(at, expected.length);
    if (!Arrays.equals(found.array(), expected) || file.size() != at + expected.length) {
      throw wrong("the directory of these files and no more", "other bytes");
    }
  }

  private int copy(Item item, Path to, Progress progress) throws IOException {
    CRC32 crc = new CRC32();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (FileChannel out =
        FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long from = item.start();
      while (from < item.end()) {
        progress.checkCancelled();
        buffer.clear().limit((int) Math.min(BUFFER, item.end() - from));
        int read = file.read(buffer, from);
        if (read < 0) {
          throw new IOException(where + " became shorter while it was unpacked");
        }
        from += read;
        crc.update(buffer.flip().duplicate());
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
    }
    return (int) crc.getValue();
  }

  /** Bytes from somewhere on, as far as there are any. */
  private ByteBuffer read(long from, int length) throws IOException {
    ByteBuffer bytes = Item.little(length);
    long place = from;
    while (bytes.hasRemaining()) {
      int read = file.read(bytes, place);
      if (read < 0) {
        break;
      }
      place += read;
    }
    return bytes.flip();
  }

  private Malformed wrong(String expected, String found) {
    return new Malformed("%s, byte %d".formatted(where, at), expected, found);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
