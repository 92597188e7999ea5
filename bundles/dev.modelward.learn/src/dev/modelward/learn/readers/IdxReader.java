// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

import dev.modelward.learn.records.Access;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.records.RecordReader;
import dev.modelward.learn.records.Sample;
import dev.modelward.learn.rows.Closing;
import java.io.IOException;
import java.util.List;

/** Reads images and labels from two idx files. */
final class IdxReader implements RecordReader {
  private final IdxFile images;
  private final IdxFile labels;
  private final int[] dims;
  private final byte[] image;
  private final byte[] label = new byte[1];

  private IdxReader(IdxFile images, IdxFile labels) {
    this.images = images;
    this.labels = labels;
    this.dims = new int[] {1, images.header().dims()[0], images.header().dims()[1]};
    this.image = new byte[images.header().length()];
  }

  static IdxReader open(Origin.Idx origin, Access access) throws DataException {
    IdxFile images = IdxFile.open(origin.images(), access);
    try {
      checkRank(images, 3, "an array of images (3 dimensions)");
      IdxFile labels = IdxFile.open(origin.labels(), access);
      return checked(new IdxReader(images, labels));
    } catch (DataException e) {
      throw Closing.after(e, images);
    }
  }

  private static IdxReader checked(IdxReader reader) throws DataException {
    try {
      checkRank(reader.labels, 1, "an array of labels (1 dimension)");
      long found = reader.labels.header().count();
      if (found != reader.count()) {
        throw new DataException(
            reader.labels.place(), reader.count() + " labels", found + " labels");
      }
      return reader;
    } catch (DataException e) {
      throw Closing.after(e, reader.labels);
    }
  }

  private static void checkRank(IdxFile file, int rank, String expected) throws DataException {
    if (file.header().rank() != rank) {
      throw new DataException(file.place(), expected, file.header().rank() + " dimensions");
    }
  }

  @Override
  public long count() {
    return images.header().count();
  }

  @Override
  public List<String> classes() {
    return List.of();
  }

  @Override
  public String place(long index) {
    return images.place();
  }

  @Override
  public void read(long index, Sample into) throws DataException {
    images.rows().read(index, image);
    labels.rows().read(index, label);
    Pixels.copy(image, 0, into.begin(dims), image.length);
    into.label(label[0] & 0xff);
  }

  @Override
  public void close() throws IOException {
    try (IdxFile closing = labels) {
      images.close();
    }
  }
}
