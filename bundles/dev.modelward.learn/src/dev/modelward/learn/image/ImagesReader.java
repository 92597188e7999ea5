// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.image;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.RecordReader;
import dev.modelward.learn.records.Sample;
import java.util.List;

/** Reads image files, one for each record. */
public record ImagesReader(String folder, List<LabelledImage> images, List<String> classes)
    implements RecordReader {

  @Override
  public long count() {
    return images.size();
  }

  @Override
  public String place(long index) {
    return images.get((int) index).file().toString();
  }

  @Override
  public void read(long index, Sample into) throws DataException {
    LabelledImage image = images.get((int) index);
    ImageDecoder.read(image.file(), index, into);
    into.label(image.label());
  }

  @Override
  public void close() {
    // no file stays open between two records
  }
}
