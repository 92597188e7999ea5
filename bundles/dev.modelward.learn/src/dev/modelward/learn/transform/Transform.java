// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.transform;

import java.util.List;

/** One change of every record on its way into a batch. */
public sealed interface Transform {

  /** Whether no other transform may follow. */
  default boolean isLast() {
    return this instanceof GaussianNoise;
  }

  /** Makes one plane of three by the weights .299, .587, .114 of ITU-R BT.601; grey stays grey. */
  record Grey() implements Transform {}

  /** Makes three equal planes of one; colour stays colour. */
  record Rgb() implements Transform {}

  /**
   * Makes images of one size, bilinearly: a pixel is the mean of those around it, weighted by a
   * triangle as wide as two pixels of the coarser of the two images. Enlarging, that is plain
   * bilinear interpolation between pixel centres; shrinking, it is what Pillow does.
   */
  record Resize(int height, int width) implements Transform {
    /** Refuses an image without pixels. */
    public Resize {
      if (height < 1 || width < 1) {
        throw new IllegalArgumentException("%d x %d".formatted(height, width));
      }
    }
  }

  /** Cuts a window out of every image, at a place drawn from a seed and the record's number. */
  record Crop(int height, int width, long seed) implements Transform {
    /** Refuses an image without pixels. */
    public Crop {
      if (height < 1 || width < 1) {
        throw new IllegalArgumentException("%d x %d".formatted(height, width));
      }
    }
  }

  /** Divides every value, in float32: 255 brings pixels to 0..1. */
  record Scale(double divisor) implements Transform {
    /** Refuses a divisor that makes no numbers. */
    public Scale {
      if (!Double.isFinite(divisor) || divisor == 0) {
        throw new IllegalArgumentException("expected a divisor, found " + divisor);
      }
    }
  }

  /** Takes from every value its channel's mean and divides it by the deviation, in float32. */
  record Normalize(List<Double> mean, List<Double> deviation) implements Transform {
    /** Refuses lists of different lengths and a deviation of 0. */
    public Normalize {
      mean = List.copyOf(mean);
      deviation = List.copyOf(deviation);
      if (mean.isEmpty() || mean.size() != deviation.size() || deviation.contains(0.0)) {
        throw new IllegalArgumentException("mean %s, deviation %s".formatted(mean, deviation));
      }
    }
  }

  /**
   * Keeps the values as the clean target and adds normally distributed noise, not clipped; sigma is
   * in the unit that the values then have. The i-th value of record r gets {@code (float) (sigma *
   * z)} for the i-th number z of {@code SplitMix64.of(seed, r).normal()}, where r counts in the
   * order of the files: a record's noise does not depend on what else is chosen or in which order.
   */
  record GaussianNoise(double sigma, long seed) implements Transform {
    /** Refuses a negative deviation. */
    public GaussianNoise {
      if (!(sigma >= 0 && sigma < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("expected a deviation, found " + sigma);
      }
    }
  }
}
