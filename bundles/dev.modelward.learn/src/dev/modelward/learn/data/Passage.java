// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.RecordReader;
import java.util.List;

/** One way through a data set: what is read, by whom, in which order. */
record Passage(Dataset dataset, RecordReader reader, Order order, List<String> classes) {

  void checkLabel(long index, long label) throws DataException {
    if (!classes.isEmpty() && (label < 0 || label >= classes.size())) {
      throw new DataException(
          reader.place(index), index, "a label below " + classes.size(), Long.toString(label));
    }
  }
}
