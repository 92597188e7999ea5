// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A loaded model that is evaluated on data, in memory that does not grow with them. */
public final class Evaluator implements AutoCloseable {
  private static final long FITTING_VALUES = 1 << 16;
  private static final long MOST_FITTING = 64;

  private final Subject subject;
  private final List<Subject> references;
  private final EvaluationSettings settings;

  private Evaluator(Subject subject, List<Subject> references, EvaluationSettings settings) {
    this.subject = subject;
    this.references = references;
    this.settings = settings;
  }

  /** Loads a model. */
  public static Evaluator open(OnnxModel model, EvaluationSettings settings)
      throws RunException, IOException, MismatchException {
    return of(Subject.open(model, settings.output(), settings.session(), Map.of()), settings);
  }

  /** Evaluates a model that is loaded, and closes it in the end. */
  public static Evaluator of(Subject subject, EvaluationSettings settings) {
    return new Evaluator(subject, List.of(), settings);
  }

  /** This, beside a reference model for the agreement, which it closes in the end. */
  public Evaluator against(Subject reference) {
    return new Evaluator(subject, List.of(reference), settings);
  }

  /** Loads a model, evaluates it, and lets it go. */
  public static Evaluation evaluate(
      OnnxModel model, Dataset data, EvaluationSettings settings, Progress progress)
      throws RunException, IOException, MismatchException {
    try (Evaluator evaluator = open(model, settings)) {
      return evaluator.evaluate(data, progress);
    }
  }

  /** Measures the model on all records of a data set; the threads do not change the result. */
  public Evaluation evaluate(Dataset data, Progress progress)
      throws RunException, IOException, MismatchException {
    try (OpenDataset open = data.open()) {
      return evaluate(open, progress);
    }
  }

  /** Measures the model on all records of an open data set. */
  public Evaluation evaluate(OpenDataset data, Progress progress)
      throws RunException, IOException, MismatchException {
    if (data.records() == 0) {
      throw new DataException("the data set", "at least one record", "none");
    }
    int size = batchSize(data);
    try (Batches batches = data.batches(size)) {
      batches.next();
      Jury jury = new Jury(subject, references, metrics(batches));
      Course course = new Course(jury, settings.workers(), data.layout());
      Evaluation whole = course.run(batches, size, progress);
      boolean isUsual = settings.metrics().isEmpty();
      return isUsual && jury.hasFewClasses() ? whole.without(Metric.TOP_5) : whole;
    }
  }

  private int batchSize(OpenDataset data) throws IOException, MismatchException {
    long[] shape;
    try (Batches first = data.batches(1)) {
      first.next();
      shape = first.batch().shape();
    }
    subject.check(shape);
    for (Subject reference : references) {
      reference.check(shape);
      checkBatch(reference);
    }
    long record = Math.max(1, Arrays.stream(shape).reduce(1, Math::multiplyExact));
    long chosen =
        switch (settings.batch()) {
          case EvaluationSettings.BatchSize.Of of -> of.records();
          case EvaluationSettings.BatchSize.Fitting fitting ->
              Math.clamp(FITTING_VALUES / record, 1, MOST_FITTING);
        };
    OptionalLong theirs =
        references.stream().map(Subject::fixedBatch).findFirst().orElse(OptionalLong.empty());
    return Math.toIntExact(subject.fixedBatch().orElse(theirs.orElse(chosen)));
  }

  private void checkBatch(Subject reference) throws MismatchException {
    OptionalLong ours = subject.fixedBatch();
    OptionalLong theirs = reference.fixedBatch();
    if (ours.isPresent() && theirs.isPresent() && !ours.equals(theirs)) {
      throw new MismatchException(
          "the reference model",
          "batches of " + ours.getAsLong(),
          "batches of " + theirs.getAsLong(),
          "Export one of the models with an open batch size.");
    }
  }

  private List<Metric> metrics(Batches batches) throws MismatchException {
    List<Metric> usual =
        new ArrayList<>(Metric.usual(batches.batch().truth(), !references.isEmpty()));
    if (batches.batch().shape().length != 4) {
      usual.remove(Metric.SSIM);
    }
    List<Metric> wanted = settings.metrics().isEmpty() ? usual : settings.metrics();
    if (wanted.isEmpty()) {
      throw new MismatchException(
          "the data", "labels or clean images", "neither", "Give a reference model.");
    }
    for (Metric metric : wanted) {
      if (!usual.contains(metric)) {
        throw new MismatchException(
            metric.word(), wanting(metric), "data without", "Choose other metrics or data.");
      }
    }
    return wanted;
  }

  private static String wanting(Metric metric) {
    return metric == Metric.SSIM ? "images and clean images" : metric.needs().words();
  }

  @Override
  public void close() throws RunException {
    List<Subject> all = new ArrayList<>(references);
    all.add(subject);
    for (Subject each : all) {
      each.close();
    }
  }
}
