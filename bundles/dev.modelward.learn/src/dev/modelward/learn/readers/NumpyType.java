// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

import dev.modelward.learn.records.DataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The type of an NPY array's numbers: byte order, kind, bytes. */
record NumpyType(ByteOrder order, char kind, int bytes) {

  static NumpyType of(String text, String place) throws DataException {
    if (text.matches("[<>|=][bui]1|[<>][ui][248]|[<>]f[248]")) {
      ByteOrder order = text.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      return new NumpyType(order, text.charAt(1), text.charAt(2) - '0');
    }
    throw new DataException(place, "numbers of a type b1, u1-u8, i1-i8 or f2-f8", text);
  }

  boolean isFloating() {
    return kind == 'f';
  }

  /** A number as a float. */
  float number(ByteBuffer row, int index) {
    if (kind != 'f') {
      return integer(row, index);
    }
    return switch (bytes) {
      case 2 -> Float.float16ToFloat(row.getShort(2 * index));
      case 4 -> row.getFloat(4 * index);
      default -> (float) row.getDouble(8 * index);
    };
  }

  /** A number of a type that is not floating. */
  long integer(ByteBuffer row, int index) {
    boolean signed = kind == 'i';
    return switch (bytes) {
      case 1 -> signed ? row.get(index) : row.get(index) & 0xff;
      case 2 -> signed ? row.getShort(2 * index) : row.getShort(2 * index) & 0xffff;
      case 4 -> signed ? row.getInt(4 * index) : row.getInt(4 * index) & 0xffffffffL;
      default -> row.getLong(8 * index);
    };
  }
}
