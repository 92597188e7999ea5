// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.recipe.Optimizer;
import dev.modelward.onnx.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer beside its publication's formulas, written out for one number in float64. */
class DescentTest {
  /** More than one piece, and a last piece that is not full. */
  private static final int COUNT = 5000;

  private static final int STEPS = 7;
  private static final double RATE = 0.05;

  static List<Optimizer> optimizers() {
    return List.of(
        new Optimizer.Sgd(0, 0),
        new Optimizer.Sgd(0.9, 0.01),
        new Optimizer.Nesterov(0.8, 0.01),
        new Optimizer.Adam(0.9, 0.99, 1e-8, 0.02),
        new Optimizer.AdamW(0.8, 0.95, 1e-6, 0.1));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void movesEveryNumberAsItsPublicationSays(Optimizer optimizer) throws Exception {
    SplitMix64 random = new SplitMix64(3);
    float[] start = numbers(random);
    Tensor tensor = Tensor.ofFloats("w", List.of(2L, COUNT / 2L), start);
    Alone[] alone = new Alone[COUNT];
    for (int i = 0; i < COUNT; i++) {
      alone[i] = new Alone(start[i]);
    }
    try (Parameter parameter = Parameter.of(tensor, optimizer)) {
      Descent descent = new Descent(optimizer);
      for (int step = 1; step <= STEPS; step++) {
        float[] left = numbers(random);
        float[] right = numbers(random);
        List<FloatBuffer> halves = List.of(FloatBuffer.wrap(left), FloatBuffer.wrap(right));
        descent.move(parameter, halves, new Descent.Pace(RATE, step));
        for (int i = 0; i < COUNT; i++) {
          alone[i].step(optimizer, (left[i] + (double) right[i]) / 2, step);
        }
      }
      for (int i = 0; i < COUNT; i++) {
        assertEquals(alone[i].weight, parameter.weight().floats().get(i), 2e-5, "number " + i);
      }
    }
  }

  private static float[] numbers(SplitMix64 random) {
    float[] numbers = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      numbers[i] = (float) random.normal();
    }
    return numbers;
  }

  /** One weight and what is remembered of it. */
  private static final class Alone {
    private double weight;
    private double mean;
    private double square;

    Alone(double weight) {
      this.weight = weight;
    }

    void step(Optimizer optimizer, double gradient, int step) {
      switch (optimizer) {
        case Optimizer.Sgd sgd -> {
          mean = sgd.momentum() * mean + gradient + sgd.decay() * weight;
          weight -= RATE * mean;
        }
        case Optimizer.Nesterov nesterov -> {
          double pulled = gradient + nesterov.decay() * weight;
          mean = nesterov.momentum() * mean + pulled;
          weight -= RATE * (pulled + nesterov.momentum() * mean);
        }
        case Optimizer.Adam adam -> adam(adam, gradient + adam.decay() * weight, step);
        case Optimizer.AdamW adam -> {
          weight -= RATE * adam.decay() * weight;
          adam(new Optimizer.Adam(adam.first(), adam.second(), adam.epsilon(), 0), gradient, step);
        }
      }
    }

    private void adam(Optimizer.Adam adam, double gradient, int step) {
      mean = adam.first() * mean + (1 - adam.first()) * gradient;
      square = adam.second() * square + (1 - adam.second()) * gradient * gradient;
      double first = mean / (1 - Math.pow(adam.first(), step));
      double second = square / (1 - Math.pow(adam.second(), step));
      weight -= RATE * first / (Math.sqrt(second) + adam.epsilon());
    }
  }

  @Test
  void leavesBiasesAndNormsToTheirGradients() throws Exception {
    Optimizer optimizer = new Optimizer.Sgd(0, 0.5);
    Tensor bias = Tensor.ofFloats("b", List.of(2L), 1, 1);
    Tensor kernel = Tensor.ofFloats("k", List.of(2L, 1L), 1, 1);
    List<FloatBuffer> nothing = List.of(FloatBuffer.wrap(new float[2]));
    try (Parameter first = Parameter.of(bias, optimizer);
        Parameter second = Parameter.of(kernel, optimizer)) {
      new Descent(optimizer).move(first, nothing, new Descent.Pace(0.1, 1));
      new Descent(optimizer).move(second, nothing, new Descent.Pace(0.1, 1));

      assertEquals(1, first.weight().floats().get(0));
      assertEquals(0.95f, second.weight().floats().get(0));
    }
  }

  @Test
  void constantsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Optimizer.Sgd(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Optimizer.Nesterov(0.9, -1));
    assertThrows(IllegalArgumentException.class, () -> new Optimizer.Adam(0.9, 1, 1e-8, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Optimizer.AdamW(0.9, 0.9, Double.NaN, 0));
  }
}
