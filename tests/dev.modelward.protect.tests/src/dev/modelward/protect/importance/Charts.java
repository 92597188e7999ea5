// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.Tiling;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Maps of no model. */
final class Charts {
  private static final float[] ODD = {
    0, -0f, 1, -1, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, 1e30f
  };

  private Charts() {}

  static Provenance provenance(Criterion criterion) {
    return new Provenance(
        criterion,
        "a".repeat(64),
        Provenance.NO_DATA,
        Provenance.Truth.NONE,
        "ModelWard 0.1.0",
        Instant.parse("2026-02-03T04:05:06.007Z"),
        new Provenance.Cost(5, 2, .1));
  }

  static ImportanceMap of(ScoredLayer... layers) {
    return new ImportanceMap(
        List.of(layers), 1000, provenance(new Criterion.Magnitude()), List.of());
  }

  static ImportanceMap with(ImportanceMap map, Finding... findings) {
    return new ImportanceMap(map.layers(), map.parameters(), map.provenance(), List.of(findings));
  }

  /** A layer of blocks of so many weights. */
  static ScoredLayer layer(String name, int taps, double... scores) {
    return layer(name, taps, Scores.of(scores));
  }

  static ScoredLayer layer(String name, int taps, Scores scores) {
    Tiling tiling = new Tiling(List.of(scores.count(), (long) taps), List.of(1L, (long) taps));
    return new ScoredLayer(name, "Gemm", name + ".w", BlockKind.NEURON, tiling, scores);
  }

  /** Scores of which some are no numbers, as only a file can have them. */
  static Scores unchecked(float... scores) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * scores.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(scores);
    return Scores.of(Bytes.wrap(bytes));
  }

  /** Some layers of some blocks each, of which many have the same scores for each weight. */
  static ImportanceMap random(RandomGenerator random) {
    List<ScoredLayer> layers = new ArrayList<>();
    int count = random.nextInt(1, 5);
    int values = random.nextInt(1, 9);
    for (int i = 0; i < count; i++) {
      int taps = random.nextInt(1, 7);
      double[] scores = new double[random.nextInt(1, 12)];
      for (int block = 0; block < scores.length; block++) {
        scores[block] =
            random.nextInt(4) == 0
                ? ODD[random.nextInt(ODD.length)]
                : taps * (random.nextInt(values) - 2);
      }
      layers.add(layer("layer" + i, taps, scores));
    }
    return of(layers.toArray(ScoredLayer[]::new));
  }
}
