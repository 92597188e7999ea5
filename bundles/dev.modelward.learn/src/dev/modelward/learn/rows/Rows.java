// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.rows;

import dev.modelward.learn.records.Access;
import dev.modelward.learn.records.DataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Records of one length, one behind the other, from an offset to the end of some content. */
public sealed interface Rows extends Closeable permits StreamedRows, PlacedRows {

  /** Fills an array with the bytes of a record. */
  void read(long index, byte[] into) throws DataException;

  /** Opens rows in the way that suits where they lie and how they will be asked. */
  static Rows open(RowFormat format, Access access) throws DataException {
    if (format.content() instanceof Content.Plain plain) {
      return PlacedRows.of(format, plain);
    }
    return switch (access) {
      case FORWARDS -> new StreamedRows(format);
      case ANY -> PlacedRows.unpacked(format);
    };
  }

  /** Checks that nothing follows the last record. */
  static void checkEnd(RowFormat format, InputStream in) throws IOException {
    if (in.read() >= 0) {
      throw new DataException(
          format.content().place(), "the end after " + format.count() + " records", "more bytes");
    }
  }
}
