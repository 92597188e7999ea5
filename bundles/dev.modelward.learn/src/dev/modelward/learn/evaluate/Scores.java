// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.run.Answer;
import java.util.List;

/** The scores that a model gives to the classes, for each record of a batch. */
final class Scores {
  private final float[] values;
  private final int classes;

  private Scores(float[] values, int classes) {
    this.values = values;
    this.classes = classes;
  }

  static Scores of(Answer answer) throws MismatchException {
    List<Long> dims = answer.dims();
    int classes = dims.size() < 2 ? 0 : Math.toIntExact(dims.get(1));
    float[] values = new float[answer.values().remaining()];
    if (classes == 0 || values.length != dims.getFirst() * classes) {
      throw new MismatchException(
          "the output", "a score for each class, [N, classes]", dims.toString(), REMEDY);
    }
    answer.values().duplicate().get(values);
    return new Scores(values, classes);
  }

  private static final String REMEDY = "Choose other metrics, or name another output.";

  int classes() {
    return classes;
  }

  /** Refuses a label for which there is no score. */
  void check(long label) throws MismatchException {
    if (label < 0 || label >= classes) {
      throw new MismatchException(
          "the output",
          "a score for each class, one of them " + label,
          classes + " scores",
          "Check the labels of the data.");
    }
  }

  /** The class of the highest score, of equal ones the first. */
  int best(int record) {
    int from = record * classes;
    int best = 0;
    for (int i = 1; i < classes; i++) {
      best = values[from + i] > values[from + best] ? i : best;
    }
    return best;
  }

  /** How many classes stand before one, where of equal scores the first is better. */
  int rank(int record, int of) {
    int from = record * classes;
    float score = values[from + of];
    int better = 0;
    for (int i = 0; i < classes; i++) {
      float rival = values[from + i];
      better += rival > score || rival == score && i < of || score != score && i < of ? 1 : 0;
    }
    return better;
  }

  /** The negative logarithm of a class's probability, by the softmax of the scores. */
  double crossEntropy(int record, int of) {
    int from = record * classes;
    double highest = values[from + best(record)];
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += Math.exp(values[from + i] - highest);
    }
    return highest + Math.log(sum) - values[from + of];
  }
}
