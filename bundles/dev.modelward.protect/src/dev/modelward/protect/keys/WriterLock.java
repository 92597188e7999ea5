// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The right to write a ring, which one thread of one process has at a time; its file stays. */
record WriterLock(Path file, Duration patience) {
  private static final Duration PAUSE = Duration.ofMillis(10);

  /** What is done with the right to write. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, KeyRingException;
  }

  /** Does some work when no one else is writing. */
  <T> T during(Work<T> work) throws IOException, KeyRingException {
    // locks are a process's, and closing any channel of their file gives all of them up
    synchronized (WriterLock.class) {
      try (FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              Privacy.attributes(file))) {
        await(channel);
        return work.run();
      }
    }
  }

  private void await(FileChannel channel) throws IOException, KeyRingException {
    long start = System.nanoTime();
    Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
    while (lock.isEmpty()) {
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new KeyRingException.Busy(file.toString());
      }
      pause();
      lock = Optional.ofNullable(channel.tryLock());
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another process writes");
    }
  }
}
