// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

import dev.modelward.learn.records.Access;
import dev.modelward.learn.records.CifarForm;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.records.RecordReader;
import dev.modelward.learn.records.Sample;
import dev.modelward.learn.rows.Closing;
import dev.modelward.learn.rows.Content;
import dev.modelward.learn.rows.RowFormat;
import dev.modelward.learn.rows.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the records of CIFAR's binary files, one file after the other. */
final class CifarReader implements RecordReader {
  private static final int SIDE = 32;
  private static final int PIXELS = 3 * SIDE * SIDE;

  /** One of the files and the number of its first record. */
  private record Part(Path file, long first, Rows rows) {}

  private final CifarForm form;
  private final List<Part> parts = new ArrayList<>();
  private final int[] dims = {3, SIDE, SIDE};
  private final byte[] row;
  private long count;

  private CifarReader(CifarForm form) {
    this.form = form;
    this.row = new byte[form.labelBytes() + PIXELS];
  }

  static CifarReader open(Origin.Cifar origin) throws DataException {
    CifarReader reader = new CifarReader(origin.form());
    try {
      for (Path file : origin.files()) {
        reader.add(file);
      }
      return reader;
    } catch (DataException e) {
      throw Closing.after(e, reader);
    }
  }

  private void add(Path file) throws DataException {
    Content.Plain content = new Content.Plain(file);
    long size = content.size();
    if (size % row.length != 0) {
      throw new DataException(
          file.toString(),
          size / row.length,
          "records of " + row.length + " bytes",
          "the end of the data after " + size % row.length);
    }
    long records = size / row.length;
    RowFormat format = new RowFormat(content, 0, row.length, records);
    parts.add(new Part(file, count, Rows.open(format, Access.ANY)));
    count += records;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public List<String> classes() {
    return List.of();
  }

  @Override
  public String place(long index) {
    return part(index).file.toString();
  }

  private Part part(long index) {
    for (Part part : parts.reversed()) {
      if (part.first <= index) {
        return part;
      }
    }
    throw new IndexOutOfBoundsException(index + " of " + count);
  }

  @Override
  public void read(long index, Sample into) throws DataException {
    Part part = part(index);
    part.rows.read(index - part.first, row);
    int label = row[form.labelAt()] & 0xff;
    if (label >= form.classes()) {
      throw new DataException(
          place(index),
          index - part.first,
          "a label below " + form.classes(),
          Integer.toString(label));
    }
    Pixels.copy(row, form.labelBytes(), into.begin(dims), PIXELS);
    into.label(label);
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.rows.close();
    }
  }
}
