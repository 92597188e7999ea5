// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

import dev.modelward.learn.records.Access;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.NumpyArray;
import dev.modelward.learn.rows.Content;
import dev.modelward.learn.rows.RowFormat;
import dev.modelward.learn.rows.Rows;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The records of one open NPY array. */
final class NumpyRows implements Closeable {
  private final String place;
  private final NumpyHeader header;
  private final int[] dims;
  private final int values;
  private final Rows rows;
  private final byte[] row;
  private final ByteBuffer numbers;

  private NumpyRows(Content content, NumpyHeader header, Access access) throws DataException {
    this.place = content.place();
    this.header = header;
    this.dims = header.dims(place);
    int product = 1;
    for (int dim : dims) {
      product *= dim;
    }
    this.values = product;
    if ((long) values * header.type().bytes() > Integer.MAX_VALUE - 8) {
      throw new DataException(place, "records of less than 2 GiB", "longer ones");
    }
    this.row = new byte[values * header.type().bytes()];
    this.numbers = ByteBuffer.wrap(row).order(header.type().order());
    this.rows =
        Rows.open(new RowFormat(content, header.size(), row.length, header.count()), access);
  }

  static NumpyRows open(NumpyArray array, Access access) throws DataException {
    Content content =
        switch (array) {
          case NumpyArray.Single single -> new Content.Plain(single.file());
          case NumpyArray.Named named -> new Content.Entry(named.file(), named.name() + ".npy");
        };
    return new NumpyRows(content, NumpyHeader.read(content), access);
  }

  String place() {
    return place;
  }

  long count() {
    return header.count();
  }

  int[] dims() {
    return dims;
  }

  NumpyType type() {
    return header.type();
  }

  /** The number of values of a record. */
  int values() {
    return values;
  }

  /** Reads a record's values as floats, none of which may be infinite or no number. */
  void read(long index, float[] into) throws DataException {
    rows.read(index, row);
    NumpyType type = header.type();
    for (int i = 0; i < values; i++) {
      float value = type.number(numbers, i);
      if (!Float.isFinite(value)) {
        throw new DataException(place, index, "finite numbers", value + " at value " + i);
      }
      into[i] = value;
    }
  }

  /** Reads a record of one integer. */
  long readInteger(long index) throws DataException {
    rows.read(index, row);
    return header.type().integer(numbers, 0);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
