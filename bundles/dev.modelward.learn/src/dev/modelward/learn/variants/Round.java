// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Variants handed out to desks, one to each that is free. */
final class Round {
  private static final long LOOK_AGAIN = 50;

  private final BlockingQueue<Desk> free;
  private final List<Variant> variants;
  private final AtomicBoolean isOver = new AtomicBoolean();

  Round(List<Desk> desks, List<Variant> variants) {
    this.free = new LinkedBlockingQueue<>(desks);
    this.variants = variants;
  }

  private void checkOver() {
    if (isOver.get()) {
      throw new CancellationException("the round is over");
    }
  }

  List<Evaluation> run(Progress progress) throws RunException, IOException, MismatchException {
    List<Evaluation> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, free.size()))) {
      try {
        List<Future<Evaluation>> runs = new ArrayList<>();
        variants.forEach(variant -> runs.add(threads.submit(() -> evaluate(variant))));
        for (Future<Evaluation> run : runs) {
          results.add(await(run, progress));
          progress.done((double) results.size() / variants.size());
        }
      } finally {
        isOver.set(true);
        threads.shutdownNow();
      }
    }
    return results;
  }

  private Evaluation evaluate(Variant variant)
      throws RunException, IOException, MismatchException, InterruptedException {
    Desk desk = free.take();
    try {
      checkOver();
      return desk.evaluate(variant, 1, Progress.asking(this::checkOver));
    } finally {
      free.add(desk);
    }
  }

  private static Evaluation await(Future<Evaluation> run, Progress progress)
      throws RunException, IOException, MismatchException {
    while (true) {
      progress.checkCancelled();
      try {
        return run.get(LOOK_AGAIN, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillRunning) {
        continue;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted");
      } catch (ExecutionException e) {
        throw cause(e);
      }
    }
  }

  /** Throws what a desk threw. */
  private static IllegalStateException cause(ExecutionException failure)
      throws RunException, IOException, MismatchException {
    switch (failure.getCause()) {
      case RunException cause -> throw cause;
      case IOException cause -> throw cause;
      case MismatchException cause -> throw cause;
      case RuntimeException cause -> throw cause;
      case Error cause -> throw cause;
      case null, default -> throw new IllegalStateException(failure);
    }
  }
}
