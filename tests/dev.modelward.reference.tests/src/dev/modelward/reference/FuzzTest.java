// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.testkit.Allocation;
import dev.modelward.testkit.Inquiry;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A minute of damaged files, each of which must give values or the typed refusal. */
@ReferenceTest
class FuzzTest {
  private static final String TABLE = "Fuzz";
  private static final int LARGEST_SEED = 20_000;
  private static final long SLOWEST_MILLIS = 2000;

  private long files;
  private long refused;
  private long slowest;
  private long largestRatio;

  @Test
  @Tag("slow")
  void aMinuteOfDamagedFiles(Report report) throws IOException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    fuzz(System.nanoTime(), i -> System.nanoTime() < end);
    report("a minute: ", report);
  }

  @Test
  @Tag("fast")
  void fiveThousandDamagedFilesThatAreTheSameOnEveryRun(Report report) throws IOException {
    fuzz(1, i -> i < 5000);
    report("the same on every run: ", report);
  }

  private void report(String run, Report report) {
    report.add(TABLE, run + "files", files, "-");
    report.add(TABLE, run + "of these refused", refused, "-");
    report.add(TABLE, run + "slowest", slowest + " ms", SLOWEST_MILLIS + " ms");
    report.add(
        TABLE, run + "heap asked for by all questions, times the file", largestRatio, "2000");
    assertTrue(slowest <= SLOWEST_MILLIS, slowest + " ms");
  }

  private void fuzz(long seed, IntPredicate goOn) throws IOException {
    List<byte[]> seeds = seeds();
    seeds.forEach(this::expectOutcome);
    slowest = 0;
    Mutation mutation = new Mutation(seed);
    for (int i = 0; goOn.test(i); i++) {
      byte[] damaged = mutation.of(seeds.get(i % seeds.size()));
      try {
        expectOutcome(damaged);
      } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
        fail("seed " + seed + ", file " + i + ": " + HexFormat.of().formatHex(damaged), e);
      }
    }
  }

  private void expectOutcome(byte[] file) {
    long start = System.nanoTime();
    long[] refusals = {0};
    long allocated =
        Allocation.of(
            () -> refusals[0] = Inquiry.of(Bytes.of(file), new Source.OfMemory("fuzz")).size());
    slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
    files++;
    refused += refusals[0] > 0 ? 1 : 0;
    if (file.length > 1000) {
      largestRatio = Math.max(largestRatio, allocated / file.length);
    }
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (Path file : Shared.models("onnx-third-party")) {
      if (Files.size(file) <= LARGEST_SEED) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    for (var model :
        List.of(
            Models.twoLayerMlp(),
            Models.quantizedConv(),
            Models.withSubgraph(),
            Models.withLoop(),
            Models.withFunction(),
            Models.constantWeights(),
            Models.sparse(),
            Models.everyElementType())) {
      seeds.add(model.message().toArray());
    }
    return seeds;
  }
}
