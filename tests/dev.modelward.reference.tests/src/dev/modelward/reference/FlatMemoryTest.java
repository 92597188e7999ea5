// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.recipe.Norms;
import dev.modelward.learn.recipe.Objective;
import dev.modelward.learn.recipe.Optimizer;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.recipe.Schedule;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.train.Trainer;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A long training, and the memory of the process all the while. */
@ReferenceTest
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class FlatMemoryTest {
  private static final Duration LENGTH = Duration.ofMinutes(10);
  private static final Duration WARM = Duration.ofMinutes(2);
  private static final long MEGABYTE = 1 << 20;
  private static final long MOST_GROWTH = 8;

  /** What lies outside of Java's heap, where a runtime's leaks would be, and what lives inside. */
  private record Reading(long seconds, long outside, long inside) {
    static Reading at(long seconds) {
      System.gc();
      MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      return new Reading(
          seconds, (resident() - heap.getCommitted()) / MEGABYTE, heap.getUsed() / MEGABYTE);
    }

    private static long resident() {
      try {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
            .findFirst()
            .orElseThrow();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads the memory every ten seconds, and cancels when the time is up. */
  private static final class Watch implements Progress {
    private final Instant began = Instant.now();
    private final List<Reading> readings = new ArrayList<>();
    private long steps;

    @Override
    public Progress part(String what, double share) {
      return this;
    }

    @Override
    public void done(double fraction) {
      steps++;
    }

    @Override
    public void tell(String news) {
      // only the memory counts
    }

    @Override
    public void checkCancelled() {
      long seconds = Duration.between(began, Instant.now()).toSeconds();
      if (seconds >= 10 * (readings.size() + 1)) {
        readings.add(Reading.at(seconds));
      }
      if (seconds >= LENGTH.toSeconds()) {
        throw new CancellationException("the time is up");
      }
    }

    List<Reading> warm() {
      return readings.stream().filter(at -> at.seconds() > WARM.toSeconds()).toList();
    }
  }

  private static Lesson endless() {
    OnnxModel model =
        Network.of(1, 1, 28, 28)
            .conv(16, 3)
            .batchNorm()
            .relu()
            .maxPool(2)
            .conv(32, 3)
            .batchNorm()
            .relu()
            .maxPool(2)
            .flatten()
            .dense(10)
            .model();
    Dataset signs = Dataset.of(new Origin.Glyphs(1, 10_000)).with(new Transform.Scale(255));
    Recipe recipe =
        new Recipe(
            Objective.CROSS_ENTROPY,
            Optimizer.Adam.usual(),
            new Schedule.Constant(1e-4),
            1_000_000,
            64,
            1,
            Norms.BATCH);
    return Lesson.of(model, signs, recipe);
  }

  @Test
  void aLongTrainingNeedsNoMoreMemoryThanAShortOne(Report report) {
    Watch watch = new Watch();
    assertThrows(CancellationException.class, () -> Trainer.on(2).train(endless(), watch));

    List<Reading> warm = watch.warm();
    List<Reading> early = warm.subList(0, warm.size() / 4);
    List<Reading> late = warm.subList(warm.size() * 3 / 4, warm.size());
    long outside = median(late, Reading::outside) - median(early, Reading::outside);
    long inside = median(late, Reading::inside) - median(early, Reading::inside);
    String table = "Memory of a training of " + LENGTH.toMinutes() + " minutes";
    report.add(table, "steps of 64 samples", watch.steps, "-");
    report.add(table, "MB outside of the heap at the end", median(late, Reading::outside), "-");
    report.add(table, "MB more than after two minutes", outside, "<= " + MOST_GROWTH);
    report.add(table, "MB in the heap at the end", median(late, Reading::inside), "-");
    report.add(table, "MB more in the heap", inside, "<= " + MOST_GROWTH);
    assertTrue(outside <= MOST_GROWTH, () -> watch.readings.toString());
    assertTrue(inside <= MOST_GROWTH, () -> watch.readings.toString());
  }

  private static long median(List<Reading> readings, ToLongFunction<Reading> what) {
    return readings.stream()
        .mapToLong(what)
        .sorted()
        .skip(readings.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
