// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

import dev.modelward.learn.records.RecordReader;
import dev.modelward.learn.records.Sample;
import java.util.List;

/** Draws each record when it is asked for. */
record DrawnReader(String name, long count, List<String> classes, Drawing drawing)
    implements RecordReader {

  /** Draws one record. */
  interface Drawing {
    void draw(long index, Sample into);
  }

  @Override
  public String place(long index) {
    return name;
  }

  @Override
  public void read(long index, Sample into) {
    drawing.draw(index, into);
  }

  @Override
  public void close() {
    // nothing is open
  }
}
