// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import java.util.ArrayList;
import java.util.List;

/** How many steps were taken, and the mean loss of each epoch. */
final class Ledger {
  private final long steps;
  private final List<Double> means = new ArrayList<>();
  private long done;
  private double sum;

  /** For epochs of so many steps. */
  Ledger(long steps) {
    this.steps = steps;
  }

  long done() {
    return done;
  }

  /** The mean losses of the epochs that are over. */
  List<Double> means() {
    return List.copyOf(means);
  }

  void add(double loss) {
    sum += loss;
    done++;
    if (done % steps == 0) {
      means.add(sum / steps);
      sum = 0;
    }
  }

  /** All of it as numbers: the steps, the sum of the epoch under way, the means. */
  double[] numbers() {
    double[] numbers = new double[2 + means.size()];
    numbers[0] = done;
    numbers[1] = sum;
    for (int i = 0; i < means.size(); i++) {
      numbers[2 + i] = means.get(i);
    }
    return numbers;
  }

  /** Goes on where those numbers were taken; whether they can be of such epochs. */
  boolean restore(double[] numbers) {
    if (numbers.length < 2 || (long) numbers[0] / steps != numbers.length - 2) {
      return false;
    }
    done = (long) numbers[0];
    sum = numbers[1];
    means.clear();
    for (int i = 2; i < numbers.length; i++) {
      means.add(numbers[i]);
    }
    return true;
  }
}
