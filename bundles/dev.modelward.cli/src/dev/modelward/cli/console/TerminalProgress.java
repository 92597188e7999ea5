// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import dev.modelward.learn.progress.Progress;

/** The progress of one command on its error stream, in parts of parts. */
public final class TerminalProgress implements Progress {
  private final ProgressLine line;
  private final Runnable check;
  private final double from;
  private final double share;
  private double given;

  private TerminalProgress(ProgressLine line, Runnable check, double from, double share) {
    this.line = line;
    this.check = check;
    this.from = from;
    this.share = share;
  }

  /** The progress of a whole command, whose check throws when the command is cancelled. */
  public static TerminalProgress of(ProgressLine line, Runnable check) {
    return new TerminalProgress(line, check, 0, 1);
  }

  @Override
  public Progress part(String what, double ofThis) {
    line.name(what);
    double start = from + share * given;
    given += ofThis;
    return new TerminalProgress(line, check, start, share * ofThis);
  }

  @Override
  public void done(double fraction) {
    line.show(from + share * fraction);
  }

  @Override
  public void tell(String news) {
    line.tell(news);
  }

  @Override
  public void checkCancelled() {
    check.run();
  }
}
