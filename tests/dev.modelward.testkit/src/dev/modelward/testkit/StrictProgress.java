// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import dev.modelward.learn.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/** A progress that nobody sees, and that fails when it is told what cannot be. */
public final class StrictProgress implements Progress, AutoCloseable {
  private static final double ROUNDING = 1e-9;

  private final String name;
  private final double share;
  private final List<StrictProgress> parts = new ArrayList<>();
  private double done;

  private StrictProgress(String name, double share) {
    this.name = name;
    this.share = share;
  }

  /** The progress of a whole. */
  public StrictProgress() {
    this("the whole", 1);
  }

  @Override
  public Progress part(String what, double shareOfThis) {
    double given = parts.stream().mapToDouble(part -> part.share).sum();
    if (!(shareOfThis >= 0 && given + shareOfThis <= 1 + ROUNDING)) {
      throw new AssertionError(
          "%s: a part '%s' of %s beside others of %s".formatted(name, what, shareOfThis, given));
    }
    StrictProgress part = new StrictProgress(what, shareOfThis);
    parts.add(part);
    return part;
  }

  @Override
  public void done(double fraction) {
    if (!(fraction >= done && fraction <= 1)) {
      throw new AssertionError("%s: %s done after %s".formatted(name, fraction, done));
    }
    done = fraction;
  }

  @Override
  public void tell(String news) {
    if (news.isBlank()) {
      throw new AssertionError(name + ": news that say nothing");
    }
  }

  @Override
  public void checkCancelled() {
    // nobody cancels
  }

  private double reached() {
    double byParts = parts.stream().mapToDouble(part -> part.share * part.reached()).sum();
    return Math.max(done, byParts);
  }

  /** Fails unless all of the whole was done. */
  public void checkDone() {
    if (reached() < 1 - ROUNDING) {
      throw new AssertionError("%s: ended with %s done".formatted(name, reached()));
    }
  }

  @Override
  public void close() {
    checkDone();
  }
}
