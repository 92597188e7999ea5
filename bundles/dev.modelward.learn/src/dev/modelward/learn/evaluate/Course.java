// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.Layout;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * One way through the batches: one thread reads them, some judge them, and what they found is added
 * up in the order of the batches.
 */
final class Course {
  private final Jury jury;
  private final int workers;
  private final Layout layout;
  private final List<Running> sums;
  private final Deque<Slot> free = new ArrayDeque<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long records;

  /** A batch that is being judged. */
  private record Pending(Slot slot, FutureTask<Slot> task) {}

  Course(Jury jury, int workers, Layout layout) {
    this.jury = jury;
    this.workers = workers;
    this.layout = layout;
    this.sums = jury.metrics().stream().map(Running::new).toList();
  }

  /** Goes on from the first batch, which is read already. */
  Evaluation run(Batches batches, long room, Progress progress)
      throws RunException, IOException, MismatchException {
    int slots = workers == 1 ? 1 : workers + 1;
    for (int i = 0; i < slots; i++) {
      free.add(new Slot(layout, sums.size(), Math.toIntExact(room)));
    }
    if (workers == 1) {
      judgeAll(batches, room, progress, Runnable::run);
    } else {
      try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
        judgeAll(batches, room, progress, pool);
      }
    }
    List<Figure> figures = sums.stream().map(Running::figure).toList();
    return new Evaluation(records, figures);
  }

  private void judgeAll(Batches batches, long room, Progress progress, Executor executor)
      throws RunException, IOException, MismatchException {
    do {
      progress.checkCancelled();
      if (free.isEmpty()) {
        finishOldest(batches.records(), progress);
      }
      Slot slot = free.remove();
      slot.fill(batches.batch(), room);
      FutureTask<Slot> task = new FutureTask<>(judging(slot));
      pending.add(new Pending(slot, task));
      executor.execute(task);
    } while (batches.next());
    while (!pending.isEmpty()) {
      progress.checkCancelled();
      finishOldest(batches.records(), progress);
    }
  }

  private Callable<Slot> judging(Slot slot) {
    return () -> {
      jury.judge(slot);
      return slot;
    };
  }

  private void finishOldest(long all, Progress progress) throws RunException, MismatchException {
    Pending oldest = pending.remove();
    await(oldest.task());
    Slot slot = oldest.slot();
    for (int m = 0; m < sums.size(); m++) {
      for (int i = 0; i < slot.size(); i++) {
        sums.get(m).add(slot.scores(m)[i]);
      }
    }
    records += slot.size();
    free.add(slot);
    progress.done((double) records / all);
    Figure first = sums.getFirst().figure();
    progress.tell(String.format(Locale.ROOT, "%s %.4f", first.metric(), first.value()));
  }

  private static void await(FutureTask<Slot> task) throws RunException, MismatchException {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RunException failure -> throw failure;
        case MismatchException failure -> throw failure;
        case RuntimeException failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
