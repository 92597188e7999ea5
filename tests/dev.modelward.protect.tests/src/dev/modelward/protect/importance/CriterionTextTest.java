// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.protect.importance.Criterion.Ablation;
import dev.modelward.protect.importance.Criterion.Fisher;
import dev.modelward.protect.importance.Criterion.Gates;
import dev.modelward.protect.importance.Criterion.Magnitude;
import dev.modelward.protect.importance.Criterion.Pace;
import dev.modelward.protect.importance.Criterion.ProbabilisticSelection;
import dev.modelward.protect.importance.Criterion.Turns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A criterion's text says all of it. */
class CriterionTextTest {
  static List<Criterion> criteria() {
    return List.of(
        Fisher.usual(),
        new Fisher(Integer.MAX_VALUE, Long.MIN_VALUE),
        ProbabilisticSelection.usual(),
        ProbabilisticSelection.published(),
        new ProbabilisticSelection(
            Gates.STOCHASTIC, Turns.LAYER_BY_LAYER, 1e-300, -.1, new Pace(3, 7, .3, 1 / 3., -5)),
        new ProbabilisticSelection(
            Gates.DETERMINISTIC, Turns.JOINT, 1e20, Math.PI, new Pace(1, 1, 1e-5, 0, 0)),
        Ablation.usual(),
        new Ablation(1, 2, 3),
        new Magnitude(),
        new Criterion.Random(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void isReadBackAsItIs(Criterion criterion) {
    assertEquals(Optional.of(criterion), CriterionText.read(CriterionText.of(criterion)));
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void isTheSameWhateverLanguagePeopleSpeak(Criterion criterion) {
    String text = CriterionText.of(criterion);
    Locale before = Locale.getDefault();
    try {
      for (String language : List.of("ar-EG-u-nu-arab", "tr", "de")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertEquals(text, CriterionText.of(criterion));
        assertEquals(Optional.of(criterion), CriterionText.read(text));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isWhatPeopleRead() {
    assertEquals("fisher batch=16 seed=1", CriterionText.of(new Fisher(16, 1)));
    assertEquals("magnitude", CriterionText.of(new Magnitude()));
    assertEquals(
        "pss gates=deterministic turns=layer-by-layer penalty=1.0E-4 start=1.0"
            + " epochs=130 batch=150 rate=0.1 momentum=0.9 seed=0",
        CriterionText.of(ProbabilisticSelection.published()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "   ",
        "fisher",
        "Fisher batch=16 seed=1",
        "fisher batch=16",
        "fisher batch=0 seed=1",
        "fisher batch=4294967297 seed=1",
        "fisher batch=16 seed=1 ",
        "fisher seed=1 batch=16",
        "fisher batch=+16 seed=1",
        "fisher batch=16 seed=1 more=2",
        "random seed=",
        "random seed",
        "pss",
        "pss gates=half turns=joint penalty=1.0 start=1.0 epochs=1 batch=1 rate=1.0 momentum=0.0"
            + " seed=0",
        "pss gates=stochastic turns=joint penalty=NaN start=1.0 epochs=1 batch=1 rate=1.0"
            + " momentum=0.0 seed=0",
        "magnitude "
      })
  void anyOtherTextIsNoCriterion(String text) {
    assertEquals(Optional.empty(), CriterionText.read(text));
  }

  @Test
  void refusesCriteriaThatAreNone() {
    Pace pace = new Pace(1, 1, 1, 0, 0);
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new ProbabilisticSelection(Gates.STOCHASTIC, Turns.JOINT, wrong, 0, pace));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new ProbabilisticSelection(Gates.STOCHASTIC, Turns.JOINT, 0, Double.NaN, pace));
    assertThrows(IllegalArgumentException.class, () -> new Fisher(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Ablation(0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Ablation(1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Pace(0, 1, 1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Pace(1, 0, 1, 0, 0));
  }
}
