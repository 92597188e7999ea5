// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.data.Truth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is measured of each record, to be averaged over all of them. */
public enum Metric {
  /** The share of records whose class has the highest score; of equal scores the first counts. */
  TOP_1("top-1", Needs.LABELS),
  /** The share of records whose class is among the five highest scores, of equals the first. */
  TOP_5("top-5", Needs.LABELS),
  /** The natural logarithm of one over the probability of the class, scores taken as logits. */
  CROSS_ENTROPY("cross-entropy", Needs.LABELS),
  /**
   * The peak signal-to-noise ratio in decibels, for values from 0 to 1: 10 log10(1 / MSE) of each
   * image against the clean one, neither of them clipped, and the mean over the images.
   */
  PSNR("psnr", Needs.CLEAN),
  /** The structural similarity, for values from 0 to 1; see {@link Ssim}. */
  SSIM("ssim", Needs.CLEAN),
  /** The mean squared difference to the clean values. */
  MSE("mse", Needs.CLEAN),
  /** The share of records to which a reference model gives the same class by its highest score. */
  AGREEMENT("agreement", Needs.REFERENCE);

  /** What must be known to measure. */
  enum Needs {
    LABELS("data with labels"),
    CLEAN("data with clean images"),
    REFERENCE("a reference model for classes");

    private final String words;

    Needs(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final String word;
  private final Needs needs;

  Metric(String word, Needs needs) {
    this.word = word;
    this.needs = needs;
  }

  /** The name as people write it. */
  public String word() {
    return word;
  }

  /** The metric that people call by a name. */
  public static Optional<Metric> of(String word) {
    return Stream.of(values()).filter(metric -> metric.word.equals(word)).findFirst();
  }

  /** Whether records are either right or wrong by it. */
  public boolean isShare() {
    return this == TOP_1 || this == TOP_5 || this == AGREEMENT;
  }

  Needs needs() {
    return needs;
  }

  /** What one usually wants to know where so much is known. */
  static List<Metric> usual(Truth truth, boolean hasReference) {
    Stream<Metric> own =
        switch (truth) {
          case Truth.Labels labels -> Stream.of(TOP_1, TOP_5, CROSS_ENTROPY);
          case Truth.Clean clean -> Stream.of(PSNR, SSIM, MSE);
          case Truth.Nothing nothing -> Stream.empty();
        };
    boolean hasClasses = !(truth instanceof Truth.Clean);
    return Stream.concat(own, hasReference && hasClasses ? Stream.of(AGREEMENT) : Stream.empty())
        .toList();
  }

  @Override
  public String toString() {
    return word;
  }
}
