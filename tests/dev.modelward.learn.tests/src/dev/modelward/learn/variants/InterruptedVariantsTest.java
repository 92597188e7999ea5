// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.progress.Progress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterruptedVariantsTest {
  private static final String NOT_ONE = "not-a-weight";

  /** Cancels as soon as it is told to. */
  private static Progress cancelledBy(AtomicBoolean isOff) {
    return Progress.asking(() -> {
      if (isOff.get()) {
        throw new CancellationException();
      }
    });
  }

  private static Variants variants(Way way, int threads) throws Exception {
    return switch (way) {
      case IN_PLACE -> Trial.inPlace(Trial.network(), threads);
      case REBUILT -> Trial.rebuilt(Trial.network(), threads);
    };
  }

  private static void fail(ByteBuffer numbers) {
    numbers.putFloat(0, 1e9f);
    throw new IllegalStateException("a writing that fails");
  }

  @ParameterizedTest
  @EnumSource
  void aVariantThatFailsLeavesTheModelAsItWas(Way way) throws Exception {
    try (Variants variants = variants(way, 2)) {
      Evaluation before = variants.evaluate(Variant.none(), Progress.NONE);
      Variant failing = Trial.scaled(2).with(Trial.KERNEL, InterruptedVariantsTest::fail);
      List<Variant> list = List.of(Variant.none(), failing, Trial.scaled(3));

      assertThrows(IllegalStateException.class, () -> variants.evaluate(failing, Progress.NONE));
      assertEquals(before, variants.evaluate(Variant.none(), Progress.NONE));
      assertThrows(IllegalStateException.class, () -> variants.evaluate(list, Progress.NONE));
      assertEquals(
          List.of(before, before, before),
          variants.evaluate(
              List.of(Variant.none(), Variant.none(), Variant.none()), Progress.NONE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAWeightThatWasNotAskedFor(Way way) throws Exception {
    try (Variants variants = variants(way, 1)) {
      Evaluation before = variants.evaluate(Variant.none(), Progress.NONE);

      for (String weight : List.of(NOT_ONE, "dense4.weight")) {
        Variant unknown = Trial.scaled(2).with(weight, numbers -> {});
        IllegalArgumentException refused =
            assertThrows(
                IllegalArgumentException.class, () -> variants.evaluate(unknown, Progress.NONE));
        assertEquals(
            "expected one of [conv0.weight], found '" + weight + "'", refused.getMessage());
      }
      assertEquals(before, variants.evaluate(Variant.none(), Progress.NONE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancellingTakesNoOtherVariantAndLeavesTheModelAsItWas(Way way) throws Exception {
    AtomicBoolean isOff = new AtomicBoolean();
    AtomicInteger writings = new AtomicInteger();
    Variant waiting =
        Trial.written(numbers -> {
          writings.incrementAndGet();
          numbers.putFloat(0, 1e9f);
          isOff.set(true);
          awaitInterruption();
        });
    List<Variant> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(waiting);
    }
    try (Variants variants = variants(way, 1)) {
      Evaluation before = variants.evaluate(Variant.none(), Progress.NONE);

      assertThrows(CancellationException.class, () -> variants.evaluate(many, cancelledBy(isOff)));

      assertEquals(1, writings.get());
      assertEquals(before, variants.evaluate(Variant.none(), Progress.NONE));
    }
  }

  /** Goes on when the thread is told to end, as the rest of a variant would. */
  private static void awaitInterruption() {
    try {
      new CountDownLatch(1).await(1, TimeUnit.MINUTES);
    } catch (InterruptedException told) {
      // the rest of a variant would not notice either
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancellingOneVariantLeavesTheModelAsItWas(Way way) throws Exception {
    AtomicBoolean isOff = new AtomicBoolean();
    Variant cancelling =
        Trial.written(numbers -> {
          numbers.putFloat(0, 1e9f);
          isOff.set(true);
        });
    try (Variants variants = variants(way, 2)) {
      Evaluation before = variants.evaluate(Variant.none(), Progress.NONE);

      assertThrows(
          CancellationException.class, () -> variants.evaluate(cancelling, cancelledBy(isOff)));

      assertEquals(before, variants.evaluate(Variant.none(), Progress.NONE));
    }
  }
}
