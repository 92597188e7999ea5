// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.run.Answer;
import dev.modelward.learn.run.RunException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Judges what models make of batches, on several threads. */
final class Jury {
  private static final int FEW = 5;

  private final Subject subject;
  private final List<Subject> references;
  private final List<Metric> metrics;
  private final AtomicInteger classes = new AtomicInteger();

  Jury(Subject subject, List<Subject> references, List<Metric> metrics) {
    this.subject = subject;
    this.references = references;
    this.metrics = metrics;
  }

  List<Metric> metrics() {
    return metrics;
  }

  /** Whether the classes that were seen are so few that five of them say nothing. */
  boolean hasFewClasses() {
    return classes.get() <= FEW;
  }

  /** Runs the models on a batch and leaves in it what each metric says of each record. */
  void judge(Slot slot) throws RunException, MismatchException {
    Answer answer = subject.answer(slot);
    boolean hasScores = metrics.stream().anyMatch(m -> m.needs() != Metric.Needs.CLEAN);
    if (hasScores) {
      judgeScores(slot, Scores.of(answer));
    }
    boolean hasImages = metrics.stream().anyMatch(m -> m.needs() == Metric.Needs.CLEAN);
    if (hasImages) {
      judgeValues(slot, answer);
    }
  }

  private void judgeScores(Slot slot, Scores scores) throws RunException, MismatchException {
    classes.set(scores.classes());
    for (int m = 0; m < metrics.size(); m++) {
      switch (metrics.get(m).needs()) {
        case LABELS -> judgeLabels(slot, scores, m);
        case REFERENCE -> judgeAgreement(slot, scores, m);
        case CLEAN -> {}
      }
    }
  }

  private void judgeLabels(Slot slot, Scores scores, int m) throws MismatchException {
    double[] into = slot.scores(m);
    for (int i = 0; i < slot.size(); i++) {
      scores.check(slot.label(i));
      int label = (int) slot.label(i);
      into[i] =
          switch (metrics.get(m)) {
            case TOP_1 -> scores.best(i) == label ? 1 : 0;
            case TOP_5 -> scores.rank(i, label) < FEW ? 1 : 0;
            default -> scores.crossEntropy(i, label);
          };
    }
  }

  private void judgeAgreement(Slot slot, Scores scores, int m)
      throws RunException, MismatchException {
    Scores theirs = Scores.of(references.getFirst().answer(slot));
    double[] into = slot.scores(m);
    for (int i = 0; i < slot.size(); i++) {
      into[i] = scores.best(i) == theirs.best(i) ? 1 : 0;
    }
  }

  private void judgeValues(Slot slot, Answer answer) throws MismatchException {
    int record = slot.recordSize();
    if (answer.values().remaining() != answer.dims().getFirst() * record) {
      throw new MismatchException(
          "the output",
          "as many values as the clean images, " + record + " each",
          answer.dims().toString(),
          "Choose other metrics, or name another output.");
    }
    float[] made = new float[slot.size() * record];
    answer.values().duplicate().get(made);
    for (int m = 0; m < metrics.size(); m++) {
      for (int i = 0; i < slot.size(); i++) {
        slot.scores(m)[i] = value(metrics.get(m), slot, made, i * record);
      }
    }
  }

  private static double value(Metric metric, Slot slot, float[] made, int from)
      throws MismatchException {
    return switch (metric) {
      case PSNR -> -10 * Math.log10(squared(slot, made, from));
      case SSIM -> slot.ssim().of(checked(slot.frame()), made, slot.clean(), from);
      default -> squared(slot, made, from);
    };
  }

  private static double squared(Slot slot, float[] made, int from) {
    double sum = 0;
    for (int i = from; i < from + slot.recordSize(); i++) {
      double difference = (double) made[i] - slot.clean()[i];
      sum += difference * difference;
    }
    return sum / slot.recordSize();
  }

  private static Frame checked(Frame frame) throws MismatchException {
    if (frame.height() < Ssim.WINDOW || frame.width() < Ssim.WINDOW) {
      throw new MismatchException(
          Metric.SSIM.word(),
          "images of at least %d x %d pixels".formatted(Ssim.WINDOW, Ssim.WINDOW),
          frame.height() + " x " + frame.width(),
          "Choose other metrics.");
    }
    return frame;
  }
}
