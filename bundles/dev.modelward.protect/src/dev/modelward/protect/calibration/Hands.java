// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.calibration;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.run.RunException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do parts of one work. */
public final class Hands implements AutoCloseable {
  private final ExecutorService threads;

  /** So many threads. */
  public Hands(int count) {
    threads = Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().factory());
  }

  /** Gives a part to the next thread that is free. */
  public <T> Future<T> give(Callable<T> work) {
    return threads.submit(work);
  }

  /** Waits for a part, and throws what it threw. */
  public static <T> T take(Future<T> part) throws RunException, IOException, MismatchException {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RunException failed -> throw failed;
        case IOException failed -> throw failed;
        case MismatchException failed -> throw failed;
        case RuntimeException broken -> throw broken;
        case Error broken -> throw broken;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
