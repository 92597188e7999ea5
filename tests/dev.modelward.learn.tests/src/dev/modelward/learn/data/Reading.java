// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.records.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that a data set gave in one way through it. */
record Reading(
    List<List<Float>> inputs, List<Long> labels, List<List<Float>> clean, List<String> shapes) {

  static Reading of(Dataset dataset, int size) throws IOException {
    try (Batches batches = dataset.batches(size)) {
      return of(batches);
    }
  }

  static Reading of(Batches batches) throws DataException {
    Reading reading =
        new Reading(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    while (batches.next()) {
      reading.add(batches.batch());
    }
    return reading;
  }

  private void add(Batch batch) {
    shapes.add(Arrays.toString(batch.shape()));
    add(batch.inputs(), batch.size(), inputs);
    switch (batch.truth()) {
      case Truth.Labels known -> add(known);
      case Truth.Clean known -> add(known.values(), batch.size(), clean);
      case Truth.Nothing nothing -> shapes.add("no truth");
    }
  }

  private void add(Truth.Labels known) {
    for (int i = 0; i < known.values().remaining(); i++) {
      labels.add(known.values().get(i));
    }
  }

  private static void add(java.nio.FloatBuffer values, int size, List<List<Float>> into) {
    int length = values.remaining() / size;
    for (int i = 0; i < size; i++) {
      List<Float> record = new ArrayList<>();
      for (int j = 0; j < length; j++) {
        record.add(values.get(i * length + j));
      }
      into.add(record);
    }
  }

  /** The first value of every record. */
  List<Float> firsts() {
    return inputs.stream().map(List::getFirst).toList();
  }

  /** Reads what cannot be read. */
  static DataException failure(Dataset dataset) {
    return assertThrows(DataException.class, () -> of(dataset, 2));
  }

  /** Whether a data set can be read at all; anything but a typed failure passes through. */
  static boolean succeeds(Dataset dataset) {
    try {
      of(dataset, 2);
      return true;
    } catch (DataException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
