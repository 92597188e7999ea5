// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Values;
import dev.modelward.testkit.Draft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows of numbers of one length: the blocks of a layer, or decoys. */
record Crowd(List<float[]> rows) {

  /** Keeps its own list. */
  Crowd {
    rows = List.copyOf(rows);
  }

  /**
   * Kernels whose taps know of each other, and of which some are far larger than others: a random
   * direction through a matrix that mixes neighbours, times a random size.
   */
  static Crowd heavyTailed(int count, int taps, long seed) {
    SplitMix64 lot = new SplitMix64(seed);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double size = .1 * Math.exp(.6 * lot.normal());
      double common = lot.normal();
      double before = lot.normal();
      float[] row = new float[taps];
      for (int tap = 0; tap < taps; tap++) {
        double own = lot.normal();
        row[tap] = (float) (.02 * tap + size * (.7 * own + .5 * before + .4 * common));
        before = own;
      }
      rows.add(row);
    }
    return new Crowd(rows);
  }

  /** A convolution of these kernels, each for an output of its own. */
  LayerBlocks layer() throws IOException {
    int taps = taps();
    float[] all = new float[rows.size() * taps];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, all, i * taps, taps);
    }
    Draft draft =
        new Draft("crowd")
            .input("x", 1, 1, 1, taps)
            .tensor(Tensor.ofFloats("w", List.of((long) rows.size(), 1L, 1L, (long) taps), all))
            .node("Conv x w -> y")
            .output("y", 1);
    return Blocks.of(draft.model()).layers().getFirst();
  }

  static Crowd of(LayerBlocks layer) throws IOException {
    List<float[]> rows = new ArrayList<>();
    for (long block = 0; block < layer.count(); block++) {
      rows.add(Values.of(layer).at(layer.tiling().elements(block)));
    }
    return new Crowd(rows);
  }

  /** So many decoys of a layer. */
  static Crowd decoys(LayerBlocks layer, int count) throws IOException {
    return decoys(new Decoy.Blending(), layer, count);
  }

  static Crowd decoys(Decoy kind, LayerBlocks layer, int count) throws IOException {
    Decoys decoys = Decoys.of(kind, layer, block -> false);
    InsecureFixedBits bits = new InsecureFixedBits(99);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(floats(decoys.draw(i % layer.count(), bits)));
    }
    return new Crowd(rows);
  }

  static float[] floats(double... numbers) {
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  /** Numbers that follow the mean and the deviation of each tap, and nothing else. */
  Crowd independent(long seed) {
    SplitMix64 lot = new SplitMix64(seed);
    double[] mean = mean();
    double[][] covariance = covariance();
    List<float[]> made = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      float[] row = new float[taps()];
      for (int tap = 0; tap < row.length; tap++) {
        row[tap] = (float) (mean[tap] + Math.sqrt(covariance[tap][tap]) * lot.normal());
      }
      made.add(row);
    }
    return new Crowd(made);
  }

  int taps() {
    return rows.getFirst().length;
  }

  double[] column(int tap) {
    return rows.stream().mapToDouble(row -> row[tap]).toArray();
  }

  double[] mean() {
    double[] mean = new double[taps()];
    for (int tap = 0; tap < mean.length; tap++) {
      mean[tap] = Sample.of(column(tap)).mean();
    }
    return mean;
  }

  /** For each row, how far two taps are from some means, multiplied. */
  double[] products(int tap, int other, double... mean) {
    return rows.stream()
        .mapToDouble(row -> (row[tap] - mean[tap]) * (row[other] - mean[other]))
        .toArray();
  }

  double[][] covariance() {
    double[] mean = mean();
    double[][] covariance = new double[taps()][taps()];
    for (int i = 0; i < taps(); i++) {
      for (int j = 0; j < taps(); j++) {
        covariance[i][j] = Sample.of(products(i, j, mean)).mean();
      }
    }
    return covariance;
  }
}
