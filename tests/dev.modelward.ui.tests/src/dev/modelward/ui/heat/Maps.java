// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.Tiling;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.protect.importance.ScoredLayer;
import dev.modelward.protect.importance.Scores;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Maps of no model. */
public final class Maps {
  private Maps() {}

  static ImportanceMap of(ScoredLayer... layers) {
    return new ImportanceMap(
        List.of(layers),
        1000,
        new Provenance(
            new Criterion.Magnitude(),
            "a".repeat(64),
            Provenance.NO_DATA,
            Provenance.Truth.NONE,
            "ModelWard",
            Instant.EPOCH,
            new Provenance.Cost(0, 1, 0)),
        List.of());
  }

  static ScoredLayer layer(String name, int taps, double... scores) {
    return layer(name, taps, Scores.of(scores));
  }

  private static ScoredLayer layer(String name, int taps, Scores scores) {
    Tiling tiling = new Tiling(List.of(scores.count(), (long) taps), List.of(1L, (long) taps));
    return new ScoredLayer(name, "Gemm", name + ".w", BlockKind.NEURON, tiling, scores);
  }

  /** Layers of kernels of nine weights, whose scores spread over some powers of ten. */
  public static ImportanceMap spread(int layers, int blocks) {
    SplittableRandom random = new SplittableRandom(7);
    List<ScoredLayer> made = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      ByteBuffer memory =
          ByteBuffer.allocateDirect(blocks * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      double scale = Math.exp(-i * 0.1);
      while (memory.hasRemaining()) {
        memory.putFloat((float) (scale * Math.exp(2 * random.nextGaussian())));
      }
      made.add(layer("layer" + i, 9, Scores.over(memory.flip())));
    }
    return of(made.toArray(ScoredLayer[]::new));
  }

  /** A few layers of a few blocks of different sizes, of which many have the same score. */
  static ImportanceMap odd(SplittableRandom random) {
    List<ScoredLayer> made = new ArrayList<>();
    int layers = random.nextInt(1, 5);
    int values = random.nextInt(1, 9);
    for (int i = 0; i < layers; i++) {
      int taps = random.nextInt(1, 7);
      double[] scores = new double[random.nextInt(1, 12)];
      for (int block = 0; block < scores.length; block++) {
        scores[block] = taps * (random.nextInt(values) - 2);
      }
      made.add(layer("layer" + i, taps, scores));
    }
    return of(made.toArray(ScoredLayer[]::new));
  }
}
