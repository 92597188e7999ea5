// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Tampered;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

  /** Counts who was hired, who left, and what was done; may fail at some piece. */
  private static final class Crew implements Workers.Hire {
    private final AtomicInteger hired = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicIntegerArray done = new AtomicIntegerArray(1000);
    private final Workers.Worker task;

    Crew(Workers.Worker task) {
      this.task = task;
    }

    @Override
    public Workers.Worker hire() {
      hired.incrementAndGet();
      return new Workers.Worker() {
        @Override
        public void work(int piece) throws IOException, ProtectionException {
          done.incrementAndGet(piece);
          task.work(piece);
        }

        @Override
        public void close() {
          left.incrementAndGet();
        }
      };
    }

    int sum() {
      int sum = 0;
      for (int i = 0; i < done.length(); i++) {
        sum += done.get(i);
      }
      return sum;
    }
  }

  private static final Workers.Worker IDLE = piece -> {};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void doEachPieceOnce(int threads) throws Exception {
    Crew crew = new Crew(IDLE);
    new Workers(threads).share(1000, crew);
    for (int i = 0; i < 1000; i++) {
      assertEquals(1, crew.done.get(i), "piece " + i);
    }
    assertEquals(threads, crew.hired.get());
    assertEquals(threads, crew.left.get());
  }

  @Test
  void nobodyIsHiredForNothing() throws Exception {
    Crew few = new Crew(IDLE);
    new Workers(8).share(3, few);
    assertEquals(3, few.hired.get());
    Crew none = new Crew(IDLE);
    new Workers(8).share(0, none);
    assertEquals(0, none.hired.get());
  }

  private static void passes(Throwable failure, Workers.Worker failing, int threads) {
    Crew crew = new Crew(failing);
    assertSame(
        failure, assertThrows(Throwable.class, () -> new Workers(threads).share(1000, crew)));
    assertEquals(crew.hired.get(), crew.left.get());
    if (threads == 1) {
      assertEquals(8, crew.sum());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void passOnTheFailureOfAPieceAndBeginNoOther(int threads) {
    Tampered tampered = new Tampered("x");
    IOException io = new IOException("x");
    RuntimeException unchecked = new IllegalStateException("x");
    AssertionError error = new AssertionError("x");
    passes(tampered, piece -> fail(piece, tampered), threads);
    passes(io, piece -> fail(piece, io), threads);
    passes(unchecked, piece -> fail(piece, unchecked), threads);
    passes(error, piece -> fail(piece, error), threads);
  }

  private static void fail(int piece, Throwable failure) throws IOException, ProtectionException {
    if (piece == 7) {
      switch (failure) {
        case Tampered e -> throw e;
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalArgumentException(failure);
      }
    }
  }

  @Test
  void passOnTheFailureToHire() {
    Tampered tampered = new Tampered("x");
    assertSame(
        tampered,
        assertThrows(
            Tampered.class,
            () ->
                new Workers(2)
                    .share(
                        9,
                        () -> {
                          throw tampered;
                        })));
  }

  @Test
  void waitForAllBeforeTheyFail() {
    AtomicInteger working = new AtomicInteger();
    CountDownLatch failed = new CountDownLatch(1);
    IOException failure = new IOException("x");
    Crew crew =
        new Crew(piece -> {
          if (piece == 7) {
            failed.countDown();
            throw failure;
          }
          working.incrementAndGet();
          linger(failed);
          working.decrementAndGet();
        });
    assertSame(failure, assertThrows(IOException.class, () -> new Workers(8).share(8, crew)));
    assertEquals(0, working.get());
  }

  private static void linger(CountDownLatch failed) throws IOException {
    try {
      failed.await();
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void endWhenTheyAreInterrupted() {
    Thread.currentThread().interrupt();
    Crew crew = new Crew(IDLE);
    assertThrows(IOException.class, () -> new Workers(2).share(1000, crew));
    assertTrue(Thread.interrupted());
    assertEquals(crew.hired.get(), crew.left.get());
  }

  @Test
  void areThreads() {
    assertThrows(IllegalArgumentException.class, () -> new Workers(0).share(1, () -> IDLE));
  }
}
