// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.plan.text.PlanEdit;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.testkit.TextMutation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A minute of damaged plans, each of which must be read or refused by the one exception. */
@ReferenceTest
class PlanFuzzTest {
  private static final String TABLE = "Fuzz of plans";
  private static final Path DOCS = Path.of("../../docs");
  private static final long SLOWEST_MILLIS = 2000;
  private static final String IN_BRACKETS =
      """
      {model: "net.onnx", data: {measure: 'test.data'}, # c
       layers: {kinds: [neuron], include: ['*'], exclude: [], },
       criterion: {name: ablation, seed: -3}, ranking: {over: per-layer},
       decoys: dprm, seeds: 9,
       tiers: [{name: a, share: 7.5 %}, {name: b, share: .5 %}, {name: c}],
       limits: [{view: a, quality: "<= 12 dB"}, {view: c, quality: '>= 28 dB'}]}
      """;

  private long plans;
  private long refused;
  private long edited;
  private long slowest;

  @Test
  @Tag("slow")
  void aMinuteOfDamagedPlans(Report report) throws IOException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    fuzz(System.nanoTime(), i -> System.nanoTime() < end);
    report("a minute: ", report);
  }

  @Test
  @Tag("fast")
  void fiveThousandDamagedPlansThatAreTheSameOnEveryRun(Report report) throws IOException {
    fuzz(1, i -> i < 5000);
    report("the same on every run: ", report);
  }

  private void report(String run, Report report) {
    report.add(TABLE, run + "plans", plans, "-");
    report.add(TABLE, run + "of these refused", refused, "-");
    report.add(TABLE, run + "of the others edited", edited, "-");
    report.add(TABLE, run + "slowest", slowest + " ms", SLOWEST_MILLIS + " ms");
    assertTrue(slowest <= SLOWEST_MILLIS, slowest + " ms");
    assertTrue(refused < plans && edited > 0, refused + " of " + plans);
  }

  private void fuzz(long seed, IntPredicate goOn) throws IOException {
    List<String> seeds = seeds();
    seeds.forEach(this::expectOutcome);
    assertEquals(0, refused);
    slowest = 0;
    TextMutation mutation = new TextMutation(seed);
    for (int i = 0; goOn.test(i); i++) {
      String damaged = mutation.of(seeds.get(i % seeds.size()));
      try {
        expectOutcome(damaged);
      } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
        fail("seed " + seed + ", plan " + i + ":\n" + damaged, e);
      }
    }
  }

  private void expectOutcome(String text) {
    long start = System.nanoTime();
    plans++;
    try {
      PlanFile plan = PlanFile.of(Path.of("plans", "x.ward"), text);
      expectEdit(plan);
    } catch (YamlException e) {
      refused++;
    }
    slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
  }

  /** An edit that the way of writing leaves no room for is refused by the same exception. */
  private void expectEdit(PlanFile plan) {
    try {
      PlanFile other = PlanEdit.of(plan).set("seeds", "17").file();
      assertEquals(17, other.plan().decoys().seeds());
      assertEquals(plan.plan().tiers(), other.plan().tiers());
      edited++;
    } catch (YamlException noRoom) {
      assertTrue(noRoom.problem().contains("by hand"), noRoom.problem());
    }
  }

  private static List<String> seeds() throws IOException {
    String document = Files.readString(DOCS.resolve("exposure-plans.md"));
    int from = document.indexOf("```yaml") + 8;
    return List.of(
        Files.readString(DOCS.resolve("examples/glyphs.ward")),
        document.substring(from, document.indexOf("```", from)),
        IN_BRACKETS,
        IN_BRACKETS.replace("\n", "\r\n"));
  }
}
