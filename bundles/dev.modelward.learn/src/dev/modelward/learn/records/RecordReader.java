// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.records;

import java.io.Closeable;
import java.util.List;

/** Records that can be read one at a time, by one thread. */
public interface RecordReader extends Closeable {

  /** The number of records. */
  long count();

  /** The names of the classes where the files tell them, else nothing. */
  List<String> classes();

  /** The file in which a record lies. */
  String place(long index);

  /** Reads a record; its number counts from 0 in the order of the files. */
  void read(long index, Sample into) throws DataException;
}
