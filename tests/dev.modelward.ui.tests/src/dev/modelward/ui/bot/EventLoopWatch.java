// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.bot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Display;

/**
 * Measures how long the event loop was busy with one thing, and looks over its shoulder from
 * another thread, so that a long one can be named.
 */
public final class EventLoopWatch implements AutoCloseable {
  private static final long LIMIT_MILLIS = 100;
  private static final long LOOK_MILLIS = 20;

  private final long loop = Thread.currentThread().threadId();
  private final List<String> seen = new ArrayList<>();
  private volatile long since;
  private volatile boolean open = true;
  private long longest;

  public EventLoopWatch() {
    Thread.ofPlatform().daemon().name("event loop watch").start(this::look);
  }

  private void look() {
    while (open) {
      long started = since;
      if (started != 0 && System.nanoTime() - started > LIMIT_MILLIS * 600_000) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(loop, 60);
        synchronized (seen) {
          seen.add((System.nanoTime() - started) / 1_000_000 + " ms in " + trace(info));
        }
      }
      sleep();
    }
  }

  private static String trace(ThreadInfo info) {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement element : info.getStackTrace()) {
      text.append("\n    ").append(element);
    }
    return text.toString();
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
    long started = System.nanoTime();
    since = started;
    boolean more = display.readAndDispatch();
    since = 0;
    longest = Math.max(longest, System.nanoTime() - started);
    return more;
  }

  /** Takes the time of something that a handler would do. */
  public void measure(Runnable action) {
    long started = System.nanoTime();
    since = started;
    action.run();
    since = 0;
    longest = Math.max(longest, System.nanoTime() - started);
  }

  public long longestMillis() {
    return longest / 1_000_000;
  }

  public void assertAlive() {
    synchronized (seen) {
      assertTrue(
          longestMillis() <= LIMIT_MILLIS,
          () -> "the event loop was blocked for " + longestMillis() + " ms: " + seen);
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
