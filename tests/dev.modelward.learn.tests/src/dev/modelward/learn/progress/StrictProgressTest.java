// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.progress;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.testkit.StrictProgress;
import org.junit.jupiter.api.Test;

class StrictProgressTest {
  private final StrictProgress progress = new StrictProgress();

  private static void assertFails(String complaint, Runnable step) {
    AssertionError failure = assertThrows(AssertionError.class, step::run);
    assertTrue(String.valueOf(failure.getMessage()).contains(complaint), failure::toString);
  }

  @Test
  void takesStepsUpToTheEnd() {
    progress.done(0.5);
    progress.done(0.5);
    progress.tell("loss 1");
    progress.done(1);

    assertDoesNotThrow(progress::close);
  }

  @Test
  void takesPartsThatMakeAWhole() {
    Progress first = progress.part("first", 0.3);
    first.part("all of it", 1).done(1);
    progress.part("second", 0.7).done(1);

    assertDoesNotThrow(progress::checkDone);
  }

  @Test
  void failsWhenLessIsDoneThanBefore() {
    progress.done(0.5);

    assertFails("0.4 done after 0.5", () -> progress.done(0.4));
  }

  @Test
  void failsWhenMoreIsDoneThanThereIs() {
    assertFails("1.01 done", () -> progress.done(1.01));
    assertFails("NaN done", () -> progress.done(Double.NaN));
  }

  @Test
  void failsInAPartAsInTheWhole() {
    Progress part = progress.part("learning", 0.5);
    part.done(1);

    assertFails("learning: 0.9 done", () -> part.done(0.9));
  }

  @Test
  void failsWhenPartsAreMoreThanTheWhole() {
    progress.part("first", 0.6);

    assertFails("'second' of 0.5", () -> progress.part("second", 0.5));
    assertFails("'third' of -0.1", () -> progress.part("third", -0.1));
  }

  @Test
  void failsWhenTheEndIsNotReached() {
    progress.done(0.9);
    assertFails("ended with 0.9 done", progress::close);
    progress.part("half", 0.5).done(1);
    assertFails("ended with 0.9 done", progress::checkDone);
  }

  @Test
  void failsWhenNewsSayNothing() {
    assertFails("news", () -> progress.tell(" "));
  }
}
