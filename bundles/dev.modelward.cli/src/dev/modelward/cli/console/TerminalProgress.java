// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import dev.modelward.learn.progress.Progress;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The progress of a command on the error stream: one line that is drawn anew on a terminal, a line
 * for each tenth in a pipe, and nothing where quiet is wanted.
 */
public final class TerminalProgress implements Progress {
  private static final String CLEAR = "\r\u001b[K";
  private static final int STEPS_ON_TERMINAL = 200;
  private static final int STEPS_IN_PIPE = 10;

  private final Console console;
  private final BooleanSupplier isCancelled;
  private final String what;
  private final Span span;
  private long drawn = -1;
  private double now;
  private String news = "";

  /** The part of the whole that a step is. */
  private record Span(double from, double share) {}

  private TerminalProgress(Console console, BooleanSupplier isCancelled, String what, Span span) {
    this.console = console;
    this.isCancelled = isCancelled;
    this.what = what;
    this.span = span;
  }

  /** The progress of a whole command, which is cancelled when a condition holds. */
  public static TerminalProgress of(Console console, String what, BooleanSupplier isCancelled) {
    return new TerminalProgress(console, isCancelled, what, new Span(0, 1));
  }

  @Override
  public Progress part(String name, double share) {
    Span part = new Span(span.from + now * span.share, span.share * share);
    now += share;
    return new TerminalProgress(console, isCancelled, name, part);
  }

  @Override
  public void done(double fraction) {
    now = fraction;
    int steps = console.screen().isTerminal() ? STEPS_ON_TERMINAL : STEPS_IN_PIPE;
    long step = (long) (fraction * steps);
    if (step > drawn) {
      drawn = step;
      draw();
    }
  }

  @Override
  public void tell(String said) {
    news = said;
  }

  private void draw() {
    long percent = Math.round(100 * (span.from + now * span.share));
    String line = "%3d %%  %s%s".formatted(percent, what, news.isEmpty() ? "" : "  " + news);
    if (console.screen().isTerminal()) {
      int room = Math.max(1, console.screen().width() - 1);
      console.err().print(CLEAR + line.substring(0, Math.min(line.length(), room)));
    } else {
      console.err().println(line);
    }
    console.err().flush();
  }

  /** Takes the line away from a terminal. */
  public void clear() {
    if (console.screen().isTerminal()) {
      console.err().print(CLEAR);
      console.err().flush();
    }
  }

  @Override
  public void checkCancelled() {
    if (isCancelled.getAsBoolean()) {
      throw new CancellationException("cancelled");
    }
  }
}
