// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that share numbered pieces of work until all are done, or one fails. */
public record Workers(int threads) {

  /** What one thread has to itself. */
  public interface Worker extends AutoCloseable {
    /** Does the piece of a number. */
    void work(int piece) throws IOException, ProtectionException;

    @Override
    default void close() {}
  }

  /** Makes a worker for each thread. */
  public interface Hire {
    Worker hire() throws IOException, ProtectionException;
  }

  /** Does so many pieces; the first failure ends all and is thrown. */
  public void share(int pieces, Hire hire) throws IOException, ProtectionException {
    AtomicInteger next = new AtomicInteger();
    Callable<Integer> shift =
        () -> {
          try (Worker worker = hire.hire()) {
            for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
              worker.work(i);
            }
          } finally {
            // nobody begins another piece once one has failed
            next.set(pieces);
          }
          return 0;
        };
    try (ExecutorService all = Executors.newFixedThreadPool(threads)) {
      List<Future<Integer>> shifts = new ArrayList<>();
      for (int i = 0; i < Math.min(threads, pieces); i++) {
        shifts.add(all.submit(shift));
      }
      for (Future<Integer> each : shifts) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw passed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  private static IOException passed(Throwable cause) throws ProtectionException {
    return switch (cause) {
      case ProtectionException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case IOException e -> e;
      default -> new IOException(cause);
    };
  }
}
