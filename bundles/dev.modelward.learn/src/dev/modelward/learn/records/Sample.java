// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.records;

import java.util.Arrays;

/**
 * One record on its way from its file into a batch; used again for the next one. An image has three
 * dimensions, channels first, and values from 0 to 255 as long as nothing has scaled it.
 */
public final class Sample {
  /** The most values that one may have. */
  public static final long MOST = 1L << 28;

  private int[] dims = {0};
  private int size;
  private float[] values = {};
  private long label;
  private float[] clean = {};
  private boolean hasClean;

  /** Begins the next record with an array of at least as many values as its dimensions say. */
  public float[] begin(int... newDims) {
    hasClean = false;
    label = 0;
    return reshape(newDims);
  }

  /** Gives this record other dimensions, whose values are to be filled in anew. */
  public float[] reshape(int... newDims) {
    dims = newDims;
    size = Arrays.stream(newDims).reduce(1, Math::multiplyExact);
    if (values.length < size) {
      values = new float[size];
    }
    return values;
  }

  /** The dimensions, which nobody may change. */
  public int[] dims() {
    return dims;
  }

  /** The number of values. */
  public int size() {
    return size;
  }

  /** The values, in an array that may be longer than they are. */
  public float[] values() {
    return values;
  }

  /** Whether this is an image: channels, height, width. */
  public boolean isImage() {
    return dims.length == 3;
  }

  /** The label; 0 where there is none. */
  public long label() {
    return label;
  }

  /** Sets the label. */
  public void label(long newLabel) {
    label = newLabel;
  }

  /** Keeps the values as they are now as what a restoration should give back. */
  public void keepClean() {
    if (clean.length < size) {
      clean = new float[size];
    }
    System.arraycopy(values, 0, clean, 0, size);
    hasClean = true;
  }

  /** Whether values were kept before noise came over them. */
  public boolean hasClean() {
    return hasClean;
  }

  /** The values that were kept, in an array that may be longer than they are. */
  public float[] clean() {
    return clean;
  }

  /** The dimensions as people write them. */
  public String shape() {
    return Arrays.toString(dims);
  }
}
