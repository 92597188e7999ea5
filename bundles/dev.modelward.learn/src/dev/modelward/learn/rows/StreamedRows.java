// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.rows;

import dev.modelward.learn.records.DataException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Rows read from a stream, which is opened again to go back. */
final class StreamedRows implements Rows {
  private final RowFormat format;
  private InputStream in;
  private long next;

  StreamedRows(RowFormat format) throws DataException {
    this.format = format;
    this.in = opened(format);
  }

  private static InputStream opened(RowFormat format) throws DataException {
    InputStream in = format.content().stream();
    try {
      in.skipNBytes(format.offset());
      return in;
    } catch (IOException e) {
      throw DataException.unreadable(format.content().place(), e);
    }
  }

  @Override
  public void read(long index, byte[] into) throws DataException {
    try {
      goTo(index);
      format.readFrom(in, into, index);
      next = index + 1;
      if (next == format.count()) {
        Rows.checkEnd(format, in);
      }
    } catch (EOFException e) {
      throw format.endsIn(index);
    } catch (IOException e) {
      throw DataException.unreadable(format.content().place(), index, e);
    }
  }

  private void goTo(long index) throws IOException {
    if (index < next) {
      in.close();
      in = opened(format);
      next = 0;
    }
    in.skipNBytes((index - next) * format.length());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
