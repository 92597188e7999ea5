// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.synthetic;

import dev.modelward.learn.chance.SplitMix64;

/** Softmax regression by stochastic gradient descent: as good as a linear model gets. */
final class LinearModel {
  private static final int INPUTS = Glyphs.SIDE * Glyphs.SIDE;
  private static final int CLASSES = Glyphs.NAMES.size();

  private final float[] weights = new float[CLASSES * (INPUTS + 1)];
  private final float[] scores = new float[CLASSES];

  /** Images brought to mean 0 and deviation 1 each, and their labels. */
  record Examples(float[][] images, int[] labels) {
    static Examples of(long seed, int count) {
      float[][] images = new float[count][INPUTS + 1];
      int[] labels = new int[count];
      for (int i = 0; i < count; i++) {
        Glyphs.draw(seed, i, images[i]);
        standardize(images[i]);
        labels[i] = Glyphs.label(seed, i);
      }
      return new Examples(images, labels);
    }

    private static void standardize(float[] image) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < INPUTS; i++) {
        sum += image[i];
        squares += image[i] * image[i];
      }
      double mean = sum / INPUTS;
      double deviation = Math.sqrt(squares / INPUTS - mean * mean);
      for (int i = 0; i < INPUTS; i++) {
        image[i] = (float) ((image[i] - mean) / deviation);
      }
      image[INPUTS] = 1;
    }
  }

  void train(Examples examples, int epochs) {
    SplitMix64 lot = new SplitMix64(3);
    for (int epoch = 0; epoch < epochs; epoch++) {
      float rate = 0.003f * (epochs - epoch) / epochs;
      for (int i = 0; i < examples.images.length; i++) {
        int chosen = lot.below(examples.images.length);
        step(examples.images[chosen], examples.labels[chosen], rate);
      }
    }
  }

  private void step(float[] image, int label, float rate) {
    int best = best(image);
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score - scores[best]);
    }
    for (int c = 0; c < CLASSES; c++) {
      double probability = Math.exp(scores[c] - scores[best]) / sum;
      float change = (float) (rate * ((c == label ? 1 : 0) - probability));
      for (int i = 0; i <= INPUTS; i++) {
        weights[c * (INPUTS + 1) + i] += change * image[i];
      }
    }
  }

  private int best(float[] image) {
    int best = 0;
    for (int c = 0; c < CLASSES; c++) {
      float score = 0;
      for (int i = 0; i <= INPUTS; i++) {
        score += weights[c * (INPUTS + 1) + i] * image[i];
      }
      scores[c] = score;
      best = score > scores[best] ? c : best;
    }
    return best;
  }

  double accuracy(Examples examples) {
    int right = 0;
    for (int i = 0; i < examples.images.length; i++) {
      right += best(examples.images[i]) == examples.labels[i] ? 1 : 0;
    }
    return (double) right / examples.images.length;
  }
}
