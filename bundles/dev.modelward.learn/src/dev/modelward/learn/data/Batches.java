// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.RecordReader;
import dev.modelward.learn.records.Sample;
import dev.modelward.learn.transform.Pipeline;
import java.io.Closeable;
import java.io.IOException;

/**
 * Batches one after the other, for one thread: {@code while (batches.next()) use(batches.batch())}.
 * A batch is smaller than asked for at the end, and before a record of another shape.
 */
public final class Batches implements Closeable {
  private final Passage passage;
  private final Closeable owner;
  private final BatchMemory memory;
  private final Pipeline pipeline;
  private final Sample sample = new Sample();
  private long next;
  private boolean isPending;

  Batches(Passage passage, int size, Closeable owner) {
    if (size < 1) {
      throw new IllegalArgumentException("expected a size of at least 1, found " + size);
    }
    this.passage = passage;
    this.owner = owner;
    this.memory =
        new BatchMemory(
            (int) Math.min(size, Math.max(1, passage.order().size())), passage.dataset().layout());
    this.pipeline = new Pipeline(passage.dataset().transforms());
  }

  /** The number of records in all batches together. */
  public long records() {
    return passage.order().size();
  }

  /** Reads the next batch, or tells that there is none. */
  public boolean next() throws DataException {
    memory.clear();
    while (isPending || next < records()) {
      if (!isPending) {
        read();
      }
      if (!memory.takes(sample)) {
        return true;
      }
      memory.add(sample);
      isPending = false;
    }
    return memory.size() > 0;
  }

  private void read() throws DataException {
    RecordReader reader = passage.reader();
    long index = passage.order().at(next);
    reader.read(index, sample);
    passage.checkLabel(index, sample.label());
    pipeline.apply(sample, reader.place(index), index);
    next++;
    isPending = true;
  }

  /** The batch that was read last. */
  public Batch batch() {
    if (memory.size() == 0) {
      throw new IllegalStateException("no batch was read");
    }
    long done = next - (isPending ? 1 : 0);
    return memory.batch(done - memory.size(), passage.dataset().origin().isLabelled());
  }

  @Override
  public void close() throws IOException {
    owner.close();
  }
}
