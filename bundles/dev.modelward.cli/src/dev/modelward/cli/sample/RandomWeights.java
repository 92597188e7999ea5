// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.sample;

import dev.modelward.onnx.tensor.Tensor;
import java.util.List;
import java.util.Random;

/**
 * Weights drawn at random, the same ones on every machine.
 *
 * @see <a href="https://arxiv.org/abs/1502.01852">He, Zhang, Ren, Sun: Delving Deep into
 *     Rectifiers, section 2.2</a>
 */
final class RandomWeights {
  private static final double SPREAD = 0.1;

  private final Random random;

  RandomWeights(long seed) {
    random = new Random(seed);
  }

  /** Weights whose outputs vary as much as their inputs, behind a rectifier. */
  Tensor he(String name, List<Long> dims, int fanIn) {
    return normal(name, dims, new Spread(0, Math.sqrt(2.0 / fanIn)));
  }

  /** A number for each channel, all near the same one. */
  Tensor near(double centre, String name, int channels) {
    return normal(name, List.of((long) channels), new Spread(centre, SPREAD));
  }

  private Tensor normal(String name, List<Long> dims, Spread spread) {
    int count = dims.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (spread.centre + spread.deviation * random.nextGaussian());
    }
    return Tensor.ofFloats(name, dims, values);
  }

  /** A normal distribution. */
  private record Spread(double centre, double deviation) {}
}
