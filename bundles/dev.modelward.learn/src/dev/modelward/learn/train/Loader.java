// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.data.Batch;
import dev.modelward.learn.data.Truth;
import dev.modelward.learn.lesson.Step;
import dev.modelward.learn.loss.Loss;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.stream.LongStream;

/** Puts batches of a data set into the memory of a step. */
final class Loader {
  private static final LongBuffer NO_LABELS = LongBuffer.allocate(0);

  private final Feed feed;
  private final List<Long> sample;
  private final Material material;
  private final List<Long> target;

  /** For samples of some sizes, and targets of some sizes. */
  Loader(Feed feed, List<Long> sample, Material material, List<Long> target) {
    this.feed = feed;
    this.sample = List.copyOf(sample);
    this.material = material;
    this.target = List.copyOf(target);
  }

  /** The sizes of one sample of a batch. */
  static List<Long> sample(Batch batch) {
    return LongStream.of(batch.shape()).skip(1).boxed().toList();
  }

  /** Puts a batch and its targets in, and tells the labels. */
  LongBuffer load(Batch batch) throws TrainingException {
    if (batch.size() != feed.samples() || !sample(batch).equals(sample)) {
      throw new TrainingException(
          "samples from " + batch.first(),
          feed.samples() + " of " + sample,
          batch.size() + " of " + sample(batch));
    }
    feed.floats(Step.SAMPLES).put(batch.inputs().duplicate());
    return switch (material.targets()) {
      case DATA -> targets(material.loss(), batch);
      case COACH -> {
        feed.clear(Loss.TARGET);
        yield labels(batch);
      }
    };
  }

  private LongBuffer targets(Loss loss, Batch batch) throws TrainingException {
    return switch (loss) {
      case Loss.CrossEntropy entropy -> classes(batch);
      case Loss.SquaredError squares -> clean(batch);
      case Loss.Itself itself -> labels(batch);
      case Loss.Penalized penalized -> targets(penalized.loss(), batch);
      case Loss.Weighted weighted -> throw new IllegalStateException("no lesson weights its loss");
    };
  }

  /** The labels, where a coach may want some. */
  private static LongBuffer labels(Batch batch) {
    return batch.truth() instanceof Truth.Labels labels ? labels.values() : NO_LABELS;
  }

  private LongBuffer classes(Batch batch) throws TrainingException {
    if (!(batch.truth() instanceof Truth.Labels labels)) {
      throw new TrainingException("the data set", "labels, for a cross-entropy", "none");
    }
    if (target.size() != 1) {
      throw new TrainingException(
          material.loss().judged(), "a number for each class", "sizes " + target);
    }
    int classes = target.getFirst().intValue();
    feed.clear(Loss.TARGET);
    FloatBuffer targets = feed.floats(Loss.TARGET);
    for (int i = 0; i < batch.size(); i++) {
      long label = labels.values().get(i);
      if (label < 0 || label >= classes) {
        throw new TrainingException(
            "sample " + (batch.first() + i), "a label below " + classes, Long.toString(label));
      }
      targets.put(i * classes + (int) label, 1);
    }
    return labels.values();
  }

  private LongBuffer clean(Batch batch) throws TrainingException {
    if (!(batch.truth() instanceof Truth.Clean clean)) {
      throw new TrainingException("the data set", "noise over clean images", "none");
    }
    if (!target.equals(sample)) {
      throw new TrainingException(
          material.loss().judged(), "sizes of a clean image " + sample, "sizes " + target);
    }
    feed.floats(Loss.TARGET).put(clean.values().duplicate());
    return NO_LABELS;
  }
}
