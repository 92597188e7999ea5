// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.run.RunException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers that each do their share of a batch at the same time, on a thread of their own. */
final class Crew implements AutoCloseable {
  private final List<Worker> workers;
  private final ExecutorService threads;

  Crew(List<Worker> workers) {
    this.workers = List.copyOf(workers);
    this.threads =
        Executors.newFixedThreadPool(workers.size(), Thread.ofPlatform().daemon().factory());
  }

  int size() {
    return workers.size();
  }

  /** Lets every worker run once. */
  void run() throws RunException {
    List<Future<?>> runs = new ArrayList<>();
    for (Worker worker : workers) {
      runs.add(
          threads.submit(() -> {
            worker.run();
            return worker;
          }));
    }
    for (Future<?> run : runs) {
      await(run);
    }
  }

  private static void await(Future<?> run) throws RunException {
    try {
      run.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RunException failed -> throw failed;
        case RuntimeException broken -> throw broken;
        case Error broken -> throw broken;
        default -> throw new IllegalStateException(e);
      }
    }
  }

  /** What each worker made of an output, in the order of the workers. */
  List<FloatBuffer> outputs(String name) {
    return workers.stream().map(worker -> worker.output(name)).toList();
  }

  @Override
  public void close() throws RunException {
    threads.close();
    for (Worker worker : workers) {
      worker.close();
    }
  }
}
