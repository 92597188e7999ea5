// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Display;

/**
 * Measures for how long the event loop was busy with one thing, and looks over its shoulder from
 * another thread, so that a long one can be named. Time in which the machine ran something else in
 * its place, as a loaded one does, is counted apart where the system tells (Linux).
 */
public final class EventLoopWatch implements AutoCloseable {
  /** How many nanoseconds the event loop may be held up. */
  public static final long LIMIT = 100_000_000;

  private static final long LOOK_MILLIS = 20;
  private static final Path SCHEDULE = Path.of("/proc/thread-self/schedstat");

  private final long loop = Thread.currentThread().threadId();
  private final List<String> seen = new ArrayList<>();
  private volatile long since;
  private volatile boolean open = true;
  private long longest;
  private long longestByTheClock;

  public EventLoopWatch() {
    Thread.ofPlatform().daemon().name("event loop watch").start(this::look);
  }

  private void look() {
    while (open) {
      long started = since;
      if (started != 0 && System.nanoTime() - started > LIMIT * 8 / 10) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(loop, 10);
        synchronized (seen) {
          seen.add((System.nanoTime() - started) / 1_000_000 + " ms in " + trace(info));
        }
      }
      sleep();
    }
  }

  private static String trace(ThreadInfo info) {
    return Arrays.stream(info.getStackTrace())
        .map(StackTraceElement::toString)
        .collect(Collectors.joining("\n    ", "\n    ", "\n"));
  }

  private static void sleep() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the loop do one thing, and takes the time. */
  boolean dispatch(Display display) {
    boolean[] more = new boolean[1];
    measure(() -> more[0] = display.readAndDispatch());
    return more[0];
  }

  /** Takes the time of something that a handler would do. */
  public void measure(Runnable action) {
    long queued = queued();
    long started = System.nanoTime();
    since = started;
    action.run();
    since = 0;
    long took = System.nanoTime() - started;
    longestByTheClock = Math.max(longestByTheClock, took);
    longest = Math.max(longest, took - (queued() - queued));
  }

  /** For how long this thread could have run, but something else did. */
  private static long queued() {
    if (!Files.exists(SCHEDULE)) {
      return 0;
    }
    try {
      return Long.parseLong(Files.readString(SCHEDULE).split(" ")[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long longestMillis() {
    return longest / 1_000_000;
  }

  public long longestMillisByTheClock() {
    return longestByTheClock / 1_000_000;
  }

  /** Where the loop was when it was busy for too long. */
  public String seen() {
    synchronized (seen) {
      return longest <= LIMIT ? "" : seen.toString();
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
