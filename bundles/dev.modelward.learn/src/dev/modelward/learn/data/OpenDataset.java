// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import dev.modelward.learn.readers.Readers;
import dev.modelward.learn.records.Access;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.RecordReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A data set whose files are open, for many ways through it by one thread: what had to be unpacked
 * for one stays unpacked for the next.
 */
public final class OpenDataset implements Closeable {
  private final Dataset dataset;
  private final RecordReader forwards;
  private final Order order;
  private final List<RecordReader> anyOrder = new ArrayList<>();

  private OpenDataset(Dataset dataset, RecordReader forwards, Order order) {
    this.dataset = dataset;
    this.forwards = forwards;
    this.order = order;
  }

  static OpenDataset of(Dataset dataset) throws DataException {
    RecordReader reader = Readers.open(dataset.origin(), Access.FORWARDS);
    try {
      Order all = Order.of(reader.count());
      return new OpenDataset(dataset, reader, select(all, dataset.selections(), dataset));
    } catch (DataException e) {
      throw closing(e, reader);
    }
  }

  private static DataException closing(DataException failure, Closeable opened) {
    try {
      opened.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private static Order select(Order from, List<Selection> selections, Dataset dataset)
      throws DataException {
    Order order = from;
    for (Selection selection : selections) {
      order = order.select(selection, dataset.name());
    }
    return order;
  }

  /** The number of records that are chosen. */
  public long records() {
    return order.size();
  }

  /** The order of a batch's dimensions. */
  public Layout layout() {
    return dataset.layout();
  }

  /** The names of the classes, as far as the description or the files tell them. */
  public List<String> classes() {
    return dataset.classes().isEmpty() ? forwards.classes() : dataset.classes();
  }

  /** A way through the records in batches of at most so many, after some further selections. */
  public Batches batches(int size, Selection... further) throws DataException {
    return batches(size, () -> {}, List.of(further));
  }

  /** The only way through the records, which closes this at its end. */
  Batches onlyBatches(int size) throws DataException {
    return batches(size, this, List.of());
  }

  private Batches batches(int size, Closeable owner, List<Selection> further) throws DataException {
    Order chosen = select(order, further, dataset);
    RecordReader reader = chosen.isForwards() ? forwards : anyOrder();
    return new Batches(new Passage(dataset, reader, chosen, classes()), size, owner);
  }

  private RecordReader anyOrder() throws DataException {
    if (anyOrder.isEmpty()) {
      anyOrder.add(Readers.open(dataset.origin(), Access.ANY));
    }
    return anyOrder.getFirst();
  }

  @Override
  public void close() throws IOException {
    for (RecordReader reader : anyOrder) {
      reader.close();
    }
    forwards.close();
  }
}
