// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

import dev.modelward.learn.records.Access;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.records.RecordReader;
import dev.modelward.learn.records.Sample;
import dev.modelward.learn.records.Stored;
import dev.modelward.learn.rows.Closing;
import java.io.IOException;
import java.util.List;

/** Reads inputs and labels from two arrays of NumPy. */
final class NumpyReader implements RecordReader {
  private final NumpyRows inputs;
  private final NumpyRows labels;
  private final Stored stored;
  private final int[] dims;
  private float[] interleaved = {};

  private NumpyReader(NumpyRows inputs, NumpyRows labels, Stored stored) throws DataException {
    this.inputs = inputs;
    this.labels = labels;
    this.stored = stored;
    this.dims = dims(inputs, stored);
    checkLabels();
  }

  static NumpyReader open(Origin.Numpy origin, Access access) throws DataException {
    NumpyRows inputs = NumpyRows.open(origin.inputs(), access);
    try {
      return open(inputs, NumpyRows.open(origin.labels(), access), origin.stored());
    } catch (DataException e) {
      throw Closing.after(e, inputs);
    }
  }

  private static NumpyReader open(NumpyRows inputs, NumpyRows labels, Stored stored)
      throws DataException {
    try {
      return new NumpyReader(inputs, labels, stored);
    } catch (DataException e) {
      throw Closing.after(e, labels);
    }
  }

  private static int[] dims(NumpyRows inputs, Stored stored) throws DataException {
    int[] found = inputs.dims();
    int rank =
        switch (stored) {
          case CHW, HWC -> 3;
          case HW -> 2;
          case NUMBERS -> found.length;
        };
    if (found.length != rank) {
      throw new DataException(
          inputs.place(),
          "an array of %d dimensions".formatted(rank + 1),
          "one of %d".formatted(found.length + 1));
    }
    return switch (stored) {
      case CHW, NUMBERS -> found;
      case HWC -> new int[] {found[2], found[0], found[1]};
      case HW -> new int[] {1, found[0], found[1]};
    };
  }

  private void checkLabels() throws DataException {
    if (labels.type().isFloating() || labels.values() != 1) {
      throw new DataException(labels.place(), "one integer for each record", "another array");
    }
    if (labels.count() != inputs.count()) {
      throw new DataException(
          labels.place(), inputs.count() + " labels", labels.count() + " labels");
    }
  }

  @Override
  public long count() {
    return inputs.count();
  }

  @Override
  public List<String> classes() {
    return List.of();
  }

  @Override
  public String place(long index) {
    return inputs.place();
  }

  @Override
  public void read(long index, Sample into) throws DataException {
    float[] values = into.begin(dims);
    if (stored == Stored.HWC) {
      interleaved = interleaved.length < into.size() ? new float[into.size()] : interleaved;
      inputs.read(index, interleaved);
      separate(values);
    } else {
      inputs.read(index, values);
    }
    into.label(labels.readInteger(index));
  }

  private void separate(float[] values) {
    int channels = dims[0];
    int pixels = dims[1] * dims[2];
    for (int i = 0; i < pixels * channels; i++) {
      values[i % channels * pixels + i / channels] = interleaved[i];
    }
  }

  @Override
  public void close() throws IOException {
    try (NumpyRows closing = labels) {
      inputs.close();
    }
  }
}
