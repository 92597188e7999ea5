// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.rows;

import dev.modelward.learn.records.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows read where they lie in a file, in any order. They are read rather than mapped, because a
 * file that somebody shortens meanwhile must not end the process.
 */
final class PlacedRows implements Rows {
  private final RowFormat format;
  private final FileChannel channel;
  private final long first;
  private ByteBuffer view = ByteBuffer.allocate(0);

  private PlacedRows(RowFormat format, FileChannel channel, long first) {
    this.format = format;
    this.channel = channel;
    this.first = first;
  }

  /** Rows in a file that is as long as its format says. */
  static PlacedRows of(RowFormat format, Content.Plain plain) throws DataException {
    FileChannel channel = plain.channel();
    try {
      checkSize(format, channel.size());
      return new PlacedRows(format, channel, format.offset());
    } catch (IOException e) {
      throw Closing.after(DataException.unreadable(plain.place(), e), channel);
    }
  }

  private static void checkSize(RowFormat format, long size) throws DataException {
    if (size < format.end()) {
      throw format.endsIn(Math.max(0, size - format.offset()) / format.length());
    }
    if (size > format.end()) {
      throw new DataException(format.content().place(), format.end() + " bytes", size + " bytes");
    }
  }

  /** Rows unpacked into a temporary file that is deleted when it is closed. */
  static PlacedRows unpacked(RowFormat format) throws DataException {
    FileChannel channel = temporary();
    try (InputStream in = format.content().stream()) {
      in.skipNBytes(format.offset());
      copyAll(format, in, channel);
      Rows.checkEnd(format, in);
      return new PlacedRows(format, channel, 0);
    } catch (IOException e) {
      throw Closing.after(DataException.unreadable(format.content().place(), e), channel);
    }
  }

  private static FileChannel temporary() throws DataException {
    try {
      Path file = Files.createTempFile("modelward", ".rows");
      return FileChannel.open(
          file,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw DataException.unreadable("temporary folder", e);
    }
  }

  private static void copyAll(RowFormat format, InputStream in, FileChannel channel)
      throws IOException {
    byte[] row = new byte[format.length()];
    ByteBuffer gathered = ByteBuffer.allocate(Math.max(row.length, Content.BUFFER));
    for (long index = 0; index < format.count(); index++) {
      format.readFrom(in, row, index);
      if (gathered.remaining() < row.length) {
        writeAll(channel, gathered);
      }
      gathered.put(row);
    }
    writeAll(channel, gathered);
  }

  private static void writeAll(FileChannel channel, ByteBuffer gathered) throws IOException {
    gathered.flip();
    while (gathered.hasRemaining()) {
      channel.write(gathered);
    }
    gathered.clear();
  }

  @Override
  public void read(long index, byte[] into) throws DataException {
    if (view.array() != into) {
      view = ByteBuffer.wrap(into);
    }
    view.position(0).limit(format.length());
    long from = first + index * format.length();
    try {
      while (view.hasRemaining()) {
        readAt(from + view.position(), index);
      }
    } catch (IOException e) {
      throw DataException.unreadable(format.content().place(), index, e);
    }
  }

  private void readAt(long position, long index) throws IOException {
    if (channel.read(view, position) < 0) {
      throw format.endsIn(index);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
