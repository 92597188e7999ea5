// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.tensor.ElementType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule on random shapes and settings of random versions, in ONNX Runtime, against central
 * differences of the evaluator in 64-bit floats; and the evaluator itself against ONNX Runtime. The
 * seeds are such that no number is nearer to a kink than the step of the differences.
 */
class GradientRulesTest {
  private static final int DRAWS = 24;
  private static final double BOUND = 1e-4;
  private static final double DOUBLE_BOUND = 1e-6;

  /** Operators of which ONNX Runtime lacks kernels in 64-bit floats, in some version or all. */
  private static final Set<String> SINGLE =
      Set.of(
          "AveragePool",
          "Clip",
          "Conv",
          "ConvTranspose",
          "Elu",
          "Erf",
          "Gelu",
          "GlobalAveragePool",
          "GlobalMaxPool",
          "HardSigmoid",
          "HardSwish",
          "InstanceNormalization",
          "LeakyRelu",
          "MaxPool",
          "PRelu",
          "Resize",
          "Softplus",
          "Softsign",
          "Upsample");

  private static final Map<String, Function<Draw, Trial>> TRIALS = trials();

  private static Map<String, Function<Draw, Trial>> trials() {
    Map<String, Function<Draw, Trial>> all = new TreeMap<>(ElementTrials.all());
    all.putAll(WindowTrials.all());
    all.putAll(FormTrials.all());
    all.putAll(LayerTrials.all());
    return all;
  }

  static Set<String> operators() {
    return TRIALS.keySet();
  }

  /** By how much one comparison is wrong. */
  private interface Error {
    double of(Comparison comparison) throws Exception;
  }

  private static void holds(String operator, ElementType type, double bound, Error error)
      throws Exception {
    for (int i = 0; i < DRAWS; i++) {
      Draw draw = new Draw(31L * i + operator.hashCode());
      Trial trial = Optional.ofNullable(TRIALS.get(operator)).orElseThrow().apply(draw);
      double found = error.of(new Comparison(trial, draw, type));
      assertTrue(found <= bound, () -> trial + " is wrong by " + found);
    }
  }

  @Test
  void everyRuleIsTried() {
    assertEquals(new TreeSet<>(Rules.operators()), operators());
  }

  @ParameterizedTest
  @MethodSource("operators")
  void evaluatorAgreesWithOnnxRuntime(String operator) throws Exception {
    holds(operator, ElementType.FLOAT32, 1e-5, Comparison::resultError);
  }

  @ParameterizedTest
  @MethodSource("operators")
  void gradientIsTheSlope(String operator) throws Exception {
    holds(operator, ElementType.FLOAT32, BOUND, Comparison::gradientError);
  }

  @ParameterizedTest
  @MethodSource("operators")
  void gradientIsTheSlopeInDoublesWhereThereAreKernels(String operator) throws Exception {
    int[] missing = {0};
    holds(
        operator,
        ElementType.FLOAT64,
        DOUBLE_BOUND,
        comparison -> {
          try {
            return Math.max(comparison.resultError(), comparison.gradientError());
          } catch (RunException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("NOT_IMPLEMENTED"), e::getMessage);
            missing[0]++;
            return 0;
          }
        });
    assertEquals(SINGLE.contains(operator), missing[0] > 0, missing[0] + " without kernels");
  }
}
