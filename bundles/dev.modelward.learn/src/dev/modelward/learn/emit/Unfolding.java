// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.emit;

import java.util.List;

/**
 * What each step of a kernel sees of a small image, laid out as rows of a matrix, and the way back.
 * Both are products with a matrix of ones and zeros: a row for each place of the image, a column
 * for each tap of each step.
 */
public final class Unfolding {
  private final Emitter emit;
  private final double[] matrix;
  private final long places;
  private final long taps;

  /** For a matrix, the places of the image, and the taps of the kernel. */
  public Unfolding(Emitter emit, double[] matrix, long places, long taps) {
    this.emit = emit;
    this.matrix = matrix.clone();
    this.places = places;
    this.taps = taps;
  }

  private long steps() {
    return matrix.length / places / taps;
  }

  /** A row for each sample and step, with the taps of each channel side by side. */
  public Term unfold(Term image) {
    long samples = image.size(0);
    long channels = image.size(1);
    Term flat = emit.reshape(image, Dims.of(samples * channels, places));
    Term matrixTerm = emit.constant(image.type(), Dims.of(places, steps() * taps), matrix);
    Term seen = emit.matMul(flat, matrixTerm);
    Term split = emit.reshape(seen, Dims.of(samples, channels, steps(), taps));
    Term rows = emit.transpose(split, Dims.of(0, 2, 1, 3));
    return emit.reshape(rows, Dims.of(samples * steps(), channels * taps));
  }

  /** The image that such rows add up to. */
  public Term fold(Term rows, List<Long> image) {
    long samples = image.get(0);
    long channels = image.get(1);
    Term split = emit.reshape(rows, Dims.of(samples, steps(), channels, taps));
    Term seen = emit.transpose(split, Dims.of(0, 2, 1, 3));
    Term flat = emit.reshape(seen, Dims.of(samples * channels, steps() * taps));
    Term matrixTerm = emit.constant(rows.type(), Dims.of(steps() * taps, places), turned());
    return emit.reshape(emit.matMul(flat, matrixTerm), image);
  }

  private double[] turned() {
    double[] turned = new double[matrix.length];
    int columns = (int) (steps() * taps);
    for (int at = 0; at < matrix.length; at++) {
      turned[at % columns * (int) places + at / columns] = matrix[at];
    }
    return turned;
  }
}
