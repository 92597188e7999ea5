// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How far a command is: on a terminal one line that is drawn again and again, elsewhere a plain
 * line for each tenth.
 */
public final class ProgressLine implements AutoCloseable {
  private static final String ERASE = "\r\u001b[K";
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int BAR = 20;
  private static final double TENTH = 0.1;

  private final Console console;
  private final InstantSource clock;
  private final long began;
  private String what;
  private String news = "";
  private long drawn;
  private double first = -1;
  private double shown;
  private double plain;

  /** A line that says what is being done. */
  public ProgressLine(Console console, InstantSource clock, String what) {
    this.console = console;
    this.clock = clock;
    this.what = what;
    this.began = clock.millis();
    this.drawn = began - PAUSE.toMillis();
  }

  void name(String part) {
    what = part;
  }

  void tell(String text) {
    news = text;
  }

  /** Shows how much is done, unless it was shown a moment ago. */
  void show(double done) {
    shown = Math.max(shown, done);
    first = first < 0 ? done : first;
    if (console.screen().isTerminal()) {
      draw();
    } else if (shown >= plain + TENTH) {
      plain = Math.floor(shown / TENTH + 1e-9) * TENTH;
      console.complain(text());
      console.flush();
    }
  }

  private void draw() {
    if (clock.millis() - drawn >= PAUSE.toMillis()) {
      drawn = clock.millis();
      String text = bar() + " " + text();
      int room = console.screen().width() - 1;
      console.err().print(ERASE + text.substring(0, Math.min(room, text.length())));
      console.flush();
    }
  }

  private String bar() {
    int full = (int) Math.round(Math.clamp(shown, 0, 1) * BAR);
    return "[" + "#".repeat(full) + " ".repeat(BAR - full) + "]";
  }

  private String text() {
    String percent = Math.round(100 * Math.clamp(shown, 0, 1)) + " %";
    String said = news.isEmpty() ? "" : ", " + news;
    return "%4s %s%s%s".formatted(percent, what, Printable.of(said), left());
  }

  /** The time that the rest will take if it goes on like this; nothing while nobody can know. */
  private String left() {
    double spent = clock.millis() - began;
    if (shown <= first || shown >= 1 || spent < 1000) {
      return "";
    }
    long seconds = Math.round(spent * (1 - shown) / (shown - first) / 1000);
    return ", about %d:%02d left".formatted(seconds / 60, seconds % 60);
  }

  /** Takes the line from the terminal. */
  @Override
  public void close() {
    if (console.screen().isTerminal()) {
      console.err().print(ERASE);
      console.flush();
    }
  }
}
