// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.DecoyChoice;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.testkit.TextMutation;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Damaged plans are refused by the one exception, or read; those that are read can be edited. */
class DamagedPlansTest {
  private static final Path FILE = RandomPlan.FOLDER.resolve("x.ward");

  private int read;
  private int edited;

  private void expectOutcome(String text) {
    try {
      PlanFile file = PlanFile.of(FILE, text);
      read++;
      expectEdits(file);
    } catch (YamlException refused) {
      assertTrue(refused.line() > 0 && refused.column() > 0, refused.getMessage());
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new AssertionError(text, e);
    }
  }

  private void expectEdits(PlanFile file) {
    try {
      ExposurePlan plan = file.plan();
      ExposurePlan wanted =
          new ExposurePlan(
              plan.model(),
              plan.data(),
              plan.survey(),
              new DecoyChoice(plan.decoys().kind(), 17),
              plan.tiers(),
              plan.recipients(),
              plan.limits());
      String first = plan.tiers().getFirst().name();
      PlanEdit away = PlanEdit.of(file).set("seeds", "17").moveTier(first, plan.tiers().size() - 1);

      assertEquals(wanted, away.moveTier(first, 0).file().plan());
      edited++;
    } catch (YamlException noRoom) {
      assertTrue(noRoom.problem().startsWith("the way this is written"), noRoom.problem());
    }
  }

  @Test
  void randomDamage() {
    TextMutation mutation = new TextMutation(1);
    int count = 2000;
    for (int i = 0; i < count; i++) {
      SplittableRandom random = new SplittableRandom(i / 10);
      expectOutcome(mutation.of(new RandomText(random).of(new RandomPlan(random).plan())));
    }

    assertTrue(read > count / 20 && read < count / 2, read + " were read");
    assertTrue(edited > read / 2, edited + " could be edited");
  }

  @Test
  void aPlanCutAtAnyLetter() {
    SplittableRandom random = new SplittableRandom(5);
    String text = new RandomText(random).of(new RandomPlan(random).plan());

    for (int at = 0; at <= text.length(); at++) {
      expectOutcome(text.substring(0, at));
    }

    assertTrue(read > 0);
  }

  @Test
  void plansThatAreFullOfOneThing() {
    List<String> things =
        List.of(
            "[",
            "{",
            "- ",
            "? ",
            "a: ",
            "[a: ",
            "\"",
            "'",
            "|\n",
            "#",
            "\n",
            " ",
            "\t",
            "&a ",
            "*a ",
            "!a ",
            "a",
            "a: b\n",
            "- a\n",
            ",",
            "\\",
            "%",
            "--- ",
            "\uD83D\uDE00",
            "\uD83D",
            "\r");

    for (String thing : things) {
      expectOutcome(thing.repeat(200_000 / thing.length()));
      expectOutcome("model: " + thing.repeat(200_000 / thing.length()));
    }

    assertEquals(0, read);
  }
}
