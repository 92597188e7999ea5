// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.Evaluator;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.StrictProgress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantsTest {
  @TempDir Path folder = Path.of("");

  private static void assertNear(Evaluation expected, Evaluation found) {
    assertEquals(expected.records(), found.records());
    assertEquals(
        expected.figure(Metric.CROSS_ENTROPY).value(),
        found.figure(Metric.CROSS_ENTROPY).value(),
        1e-5);
    assertEquals(expected.figure(Metric.TOP_1), found.figure(Metric.TOP_1));
  }

  private static Evaluation evaluate(Variants variants, Variant variant) throws Exception {
    try (StrictProgress progress = new StrictProgress()) {
      return variants.evaluate(variant, progress);
    }
  }

  private static void assertSameBothWays(OnnxModel model, Variant variant) throws Exception {
    try (Variants edited = Trial.inPlace(model, 1);
        Variants rebuilt = Trial.rebuilt(model, 1)) {
      assertEquals(Way.IN_PLACE, edited.way());
      assertEquals(Way.REBUILT, rebuilt.way());
      Evaluation varied = evaluate(edited, variant);
      assertNear(evaluate(rebuilt, variant), varied);
      assertNotEquals(evaluate(edited, Variant.none()), varied);
      assertNear(evaluate(rebuilt, Variant.none()), evaluate(edited, Variant.none()));
    }
  }

  private static void addNoise(ByteBuffer numbers) {
    SplitMix64 random = new SplitMix64(7);
    for (int i = 0; i < numbers.capacity(); i += Float.BYTES) {
      numbers.putFloat(i, numbers.getFloat(i) + (float) (0.3 * random.normal()));
    }
  }

  @Test
  void aZeroedKernelIsTheSameBothWays() throws Exception {
    assertSameBothWays(Trial.network(), Trial.zeroed(2 * 9 * Float.BYTES));
  }

  @Test
  void noiseIsTheSameBothWays() throws Exception {
    assertSameBothWays(Trial.network(), Trial.written(VariantsTest::addNoise));
  }

  @Test
  void writingsOverOneWeightFollowEachOther() throws Exception {
    Variant twice =
        Trial.scaled(3)
            .with(Trial.KERNEL, VariantsTest::addNoise)
            .with(Trial.KERNEL, numbers -> numbers.putFloat(8, 2 * numbers.getFloat(8)));

    assertSameBothWays(Trial.network(), twice);
  }

  @Test
  void numbersOutsideTheModelFileAreTheSameBothWays() throws Exception {
    assertSameBothWays(Trial.outside(folder), Trial.scaled(3));
  }

  @Test
  void halvesBehindACastAreTheSameBothWays() throws Exception {
    assertSameBothWays(Trial.halves(), Trial.zeroed(2000));
  }

  @Test
  void noVariantIsTheModelItself() throws Exception {
    OnnxModel model = Trial.network();
    Evaluation plain = Evaluator.evaluate(model, Trial.signs(40), Trial.settings(2), Progress.NONE);

    try (Variants edited = Trial.inPlace(model, 2);
        Variants rebuilt = Trial.rebuilt(model, 2)) {
      assertNear(plain, evaluate(edited, Variant.none()));
      assertEquals(plain, evaluate(rebuilt, Variant.none()));
    }
  }

  @Test
  void everyVariantFindsTheNumbersOfTheModel() throws Exception {
    try (Variants variants = Trial.inPlace(Trial.network(), 1)) {
      Evaluation first = evaluate(variants, Trial.scaled(2));
      evaluate(variants, Trial.zeroed(36));

      assertEquals(first, evaluate(variants, Trial.scaled(2)));
    }
  }

  @Test
  void resultsAreInTheOrderOfTheVariants() throws Exception {
    List<Variant> order =
        List.of(
            Trial.scaled(5),
            Trial.scaled(0.5f),
            Trial.zeroed(36),
            Variant.none(),
            Trial.scaled(-2),
            Trial.scaled(5));

    try (Variants edited = Trial.inPlace(Trial.network(), 3);
        Variants rebuilt = Trial.rebuilt(Trial.network(), 3)) {
      assertKeepsOrder(order, edited);
      assertKeepsOrder(order, rebuilt);
    }
  }

  private static void assertKeepsOrder(List<Variant> order, Variants variants) throws Exception {
    List<Evaluation> results;
    try (StrictProgress progress = new StrictProgress()) {
      results = variants.evaluate(order, progress);
    }
    assertEquals(order.size(), results.size());
    assertEquals(order.size() - 1, Set.copyOf(results).size());
    for (int i = 0; i < results.size(); i++) {
      assertEquals(evaluate(variants, order.get(i)), results.get(i));
    }
  }

  @Test
  void noVariantsHaveNoResults() throws Exception {
    try (Variants variants = Trial.inPlace(Trial.network(), 2)) {
      assertEquals(List.of(), variants.evaluate(List.of(), Progress.NONE));
    }
  }

  private static Way way(OnnxModel model, String weight) throws Exception {
    try (Variants variants =
        Variants.open(
            model, Set.copyOf(List.of(Trial.KERNEL, weight)), Trial.signs(4), Trial.settings(1))) {
      evaluate(variants, Trial.scaled(2));
      return variants.way();
    }
  }

  @Test
  void everyWeightOfANetworkCanBeEditedInPlace() throws Exception {
    for (Tensor tensor : Trial.network().graph().initializers()) {
      assertEquals(Way.IN_PLACE, way(Trial.network(), tensor.name()), tensor::name);
    }
  }

  @Test
  void aWeightThatNoNodeReadsLeadsToRebuilding() throws Exception {
    assertEquals(Way.REBUILT, way(Trial.withIdle("idle"), "idle"));
  }

  @Test
  void aWeightWithoutAnEffectLeadsToRebuilding() throws Exception {
    assertEquals(Way.REBUILT, way(Trial.withVain("vain"), "vain"));
    assertEquals(Way.IN_PLACE, way(Trial.withVain("vain"), Trial.KERNEL));
  }

  @Test
  void refusesAWeightThatTheModelDoesNotHave() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> way(Trial.network(), "conv9.weight"));

    assertEquals("expected an initializer, found 'conv9.weight'", refused.getMessage());
  }
}
