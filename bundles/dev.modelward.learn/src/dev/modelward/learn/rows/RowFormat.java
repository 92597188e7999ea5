// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.rows;

import dev.modelward.learn.records.DataException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** How rows lie in some content: where the first begins, how long each is, how many there are. */
public record RowFormat(Content content, long offset, int length, long count) {

  /** Refuses rows of no length. */
  public RowFormat {
    if (offset < 0 || length < 1 || count < 0) {
      throw new IllegalArgumentException("rows of %d at %d".formatted(length, offset));
    }
  }

  /** Where the last row ends. */
  long end() {
    return offset + count * length;
  }

  /** Says that the content ends in a row or before it. */
  DataException endsIn(long index) {
    return new DataException(content.place(), index, length + " bytes", "the end of the data");
  }

  /** Reads the row that comes next in a stream. */
  void readFrom(InputStream in, byte[] row, long index) throws DataException {
    try {
      if (in.readNBytes(row, 0, length) < length) {
        throw endsIn(index);
      }
    } catch (EOFException e) {
      throw endsIn(index);
    } catch (IOException e) {
      throw DataException.unreadable(content.place(), index, e);
    }
  }
}
