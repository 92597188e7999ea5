// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import java.util.List;

/** How large the steps are in the course of a training. */
public sealed interface Schedule {

  /** The largest rate. */
  double rate();

  /** The same rate always. */
  record Constant(double rate) implements Schedule {
    /** Refuses a rate that is none. */
    public Constant {
      check(rate);
    }
  }

  /**
   * Half a wave of the cosine from the rate down to a last one.
   *
   * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov, Hutter: SGDR, ICLR 2017, equation
   *     5</a>
   */
  record Cosine(double rate, double last) implements Schedule {
    /** Refuses a rate that is none. */
    public Cosine {
      check(rate);
      if (!(last >= 0 && last <= rate)) {
        throw new IllegalArgumentException(
            "expected a last rate from 0 to %s, found %s".formatted(rate, last));
      }
    }
  }

  /**
   * Up to the rate over a first part of the training, then down to almost nothing, each along half
   * a wave of the cosine.
   *
   * @see <a href="https://arxiv.org/abs/1708.07120">Smith, Topin: Super-convergence, 2017</a>
   */
  record OneCycle(double rate, double rise) implements Schedule {
    private static final double START = 1.0 / 25;
    private static final double END = START / 1e4;

    /** Refuses a rate that is none, and a rise that leaves no time to fall. */
    public OneCycle {
      check(rate);
      if (!(rise > 0 && rise < 1)) {
        throw new IllegalArgumentException(
            "expected a rise between 0 and 1, found %s".formatted(rise));
      }
    }

    private double along(double done) {
      return done < rise
          ? wave(rate * START, rate, done / rise)
          : wave(rate, rate * END, (done - rise) / (1 - rise));
    }
  }

  /** The rate, times a factor for each part of the training, from 0 to 1, that is passed. */
  record Steps(double rate, double factor, List<Double> at) implements Schedule {
    /** Refuses a rate or a factor that is none, and parts that do not rise between 0 and 1. */
    public Steps {
      check(rate);
      at = List.copyOf(at);
      if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("expected a factor above 0, found " + factor);
      }
      double before = 0;
      for (double part : at) {
        if (!(part > before && part < 1)) {
          throw new IllegalArgumentException(
              "expected rising parts between 0 and 1, found %s".formatted(at));
        }
        before = part;
      }
    }

    private double along(double done) {
      double now = rate;
      for (double part : at) {
        now *= part <= done ? factor : 1;
      }
      return now;
    }
  }

  /** The rate when a part of the training, from 0 to 1, is done. */
  default double at(double done) {
    return switch (this) {
      case Constant constant -> constant.rate();
      case Cosine cosine -> wave(cosine.rate(), cosine.last(), done);
      case OneCycle cycle -> cycle.along(done);
      case Steps steps -> steps.along(done);
    };
  }

  private static double wave(double from, double to, double done) {
    return to + (from - to) * (1 + StrictMath.cos(StrictMath.PI * done)) / 2;
  }

  private static void check(double rate) {
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected a rate above 0, found " + rate);
    }
  }
}
