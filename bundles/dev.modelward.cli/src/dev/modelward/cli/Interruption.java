// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Hears Ctrl-C while a command runs, and waits for the command to leave nothing half done. */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::cancel, "interruption");
  private volatile boolean isCancelled;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean isCancelled() {
    return isCancelled;
  }

  private void cancel() {
    isCancelled = true;
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    if (!isCancelled) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException shuttingDown) {
        // then the hook ends by itself, for the command has ended
        isCancelled = true;
      }
    }
  }
}
