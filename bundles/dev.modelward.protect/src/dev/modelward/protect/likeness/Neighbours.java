// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.likeness;

import java.util.Arrays;

/**
 * Blocks that a decoy is to stand among. Every one of them has drawn their mean and their frame to
 * itself, which no decoy has; so each is measured as it would be in the frame of the others.
 */
final class Neighbours {
  /** A block is taken to make a frame wider by no more than this part. */
  private static final double MOST_OWN = 0.75;

  private final Census census;
  private final Moments moments;

  Neighbours(Census census) {
    this.census = census;
    this.moments = Moments.of(census);
  }

  /** What blends in where there are enough blocks to show what taps know of each other. */
  Blend together() {
    double[][] covariance = Covariance.of(census, moments.mean());
    Frame frame = Frame.of(moments.mean(), covariance);
    double[] squares = squares(frame);
    double tension = tension(frame);
    double excess = mean(squares) / mean(squaresApart(moments, 1)) - 1;
    if (frame.isTold() || tension <= 0 || excess <= 0) {
      return blend(frame, squares, 1);
    }
    // so decoys fit the frame no better than a block fits the frame of the others
    double part = Math.min(1, excess / tension);
    Frame looser = Frame.of(moments.mean(), Covariance.shrunk(covariance, part));
    return blend(looser, squares, 1 + part * tension);
  }

  /** By which part taps that know nothing of each other are further apart in a frame. */
  private double tension(Frame frame) {
    double sum = 0;
    double[] block = moments.mean();
    for (int tap = 0; tap < block.length; tap++) {
      block[tap] += Math.sqrt(moments.variance(tap));
      sum += frame.square(block);
      block[tap] = moments.mean(tap);
    }
    return sum / Math.max(1, frame.directions()) - 1;
  }

  /** What blends in where taps are taken not to know of each other. */
  Blend apart() {
    double part = doubt();
    Moments evened = moments.evened(part);
    Frame frame = Frame.diagonal(evened.mean(), evened.deviation());
    return blend(frame, squaresApart(evened, 1 - part), 1);
  }

  /**
   * Which part of the differences between the variances of taps is chance, from 0 to 1
   * (Opgen-Rhein, Strimmer: Accurate ranking of differentially expressed genes by a
   * distribution-free shrinkage approach, 2007, section 2.3).
   */
  private double doubt() {
    double count = census.count();
    double level = moments.evened(1).variance(0);
    double chance = 0;
    double all = 0;
    for (int tap = 0; tap < moments.taps(); tap++) {
      double variance = moments.variance(tap);
      double squares = 0;
      for (int block = 0; block < count; block++) {
        double away = census.at(block, tap) - moments.mean(tap);
        squares += (away * away - variance) * (away * away - variance);
      }
      chance += squares / count / (count - 1);
      all += (variance - level) * (variance - level);
    }
    return all > 0 ? Math.min(1, chance / all) : 1;
  }

  private Blend blend(Frame frame, double[] squares, double by) {
    double[] radii = Arrays.stream(squares).map(square -> Math.sqrt(square / by)).toArray();
    return new Blend(frame, Directions.of(frame, census), Ladder.of(radii));
  }

  private double[] squares(Frame frame) {
    double[] squares = new double[census.count()];
    double[] block = new double[census.taps()];
    for (int i = 0; i < squares.length; i++) {
      census.copy(i, block);
      squares[i] = amongOthers(frame.square(block), 1);
    }
    return squares;
  }

  private double[] squaresApart(Moments spread, double own) {
    double[] squares = new double[census.count()];
    for (int i = 0; i < squares.length; i++) {
      for (int tap = 0; tap < census.taps(); tap++) {
        double away = census.at(i, tap) - spread.mean(tap);
        squares[i] +=
            spread.variance(tap) > 0 ? amongOthers(away * away / spread.variance(tap), own) : 0;
      }
    }
    return squares;
  }

  /** By the formula of Sherman and Morrison for what is taken away from a covariance. */
  private double amongOthers(double square, double own) {
    double others = census.count() - 1.0;
    return square * census.count() / others / (1 - Math.min(own * square / others, MOST_OWN));
  }

  private static double mean(double... numbers) {
    return Arrays.stream(numbers).average().orElse(0);
  }
}
