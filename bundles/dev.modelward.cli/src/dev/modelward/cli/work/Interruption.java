// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns the end that a user or the system wants for this process, as Ctrl-C does, into a cancelled
 * command: the process waits until the command has left everything in order, but not for ever.
 */
final class Interruption implements AutoCloseable {
  private static final long LONGEST_WAIT = 20;

  private final AtomicBoolean isWanted = new AtomicBoolean();
  private final CountDownLatch isOver = new CountDownLatch(1);
  private final Thread hook = new Thread(this::cancel, "cancel");

  /** Watches from now on. */
  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void cancel() {
    isWanted.set(true);
    try {
      isOver.await(LONGEST_WAIT, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Throws if the end is wanted. */
  void check() {
    if (isWanted.get()) {
      throw new CancellationException("interrupted");
    }
  }

  @Override
  public void close() {
    isOver.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      isWanted.set(true);
    }
  }
}
