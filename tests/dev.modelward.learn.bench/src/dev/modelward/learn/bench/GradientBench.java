// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.Loader;

/** Measures forward and backward of a network, ours beside libtorch's, and writes a report. */
final class GradientBench {
  private static final String OURS = "ours";
  private static final String HALVES = "ours, two sessions on half batches";
  private static final String THREADS = "ours, two threads in one session";
  private static final String THEIRS = "libtorch";
  private static final int SHOWN = 12;

  private final Path folder;
  private final StringBuilder report = new StringBuilder();

  private GradientBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    unpack("openblas", "pytorch");
    GradientBench bench = new GradientBench(Path.of(args[0]));
    bench.all();
    Path file = bench.folder.resolve("gradient-report.md");
    Files.writeString(file, bench.report);
    System.out.println(bench.report);
    System.out.println(file);
    // libtorch leaves threads behind
    System.exit(0);
  }

  /** On a fresh cache JavaCPP loads the first library before the ones it needs are unpacked. */
  private static void unpack(String... libraries) throws Exception {
    for (String library : libraries) {
      String resources = "/org/bytedeco/" + library + "/" + Loader.getPlatform() + "/";
      Loader.cacheResources(GradientBench.class, resources);
    }
  }

  private void all() throws Exception {
    line("# Gradients of VGG-9-BN, batch %d, forward and backward, all weights", Vgg9.BATCH);
    line("");
    line("Medians, in images per second. Contenders take turns within one process.");
    line("");
    line("| mode | measured | who | images/s | ours / libtorch |");
    line("|---|---|---|---|---|");
    for (Mode mode : Mode.values()) {
      oneThread(mode);
      twoThreads(mode);
    }
    line("");
    for (Mode mode : Mode.values()) {
      agreement(mode);
    }
    for (Mode mode : Mode.values()) {
      try (OnnxContender ours = new OnnxContender(mode, Vgg9.BATCH, 1)) {
        Profile profile = Profile.of(ours, folder);
        table(mode, "operator", profile.operators());
        table(mode, "rule", profile.rules());
        line("");
        line("The slowest rule: %s.", profile.slowestRule());
      }
    }
  }

  private void oneThread(Mode mode) throws Exception {
    TorchContender.threads(1);
    try (Race race = new Race()) {
      race.with(OURS, new OnnxContender(mode, Vgg9.BATCH, 1));
      race.with(THEIRS, new TorchContender(mode));
      rows(mode, "processor, 1 thread", race.run(Clock::processor));
    }
  }

  private void twoThreads(Mode mode) throws Exception {
    TorchContender.threads(2);
    try (Race race = new Race()) {
      race.with(HALVES, new Halves(mode));
      race.with(THREADS, new OnnxContender(mode, Vgg9.BATCH, 2));
      race.with(THEIRS, new TorchContender(mode));
      rows(mode, "wall, 2 threads", race.run(Clock::wall));
    }
  }

  private void rows(Mode mode, String measured, Map<String, Double> speeds) {
    double theirs = speeds.getOrDefault(THEIRS, Double.NaN);
    speeds.forEach((who, speed) ->
        line("| %s | %s | %s | %.1f | %.2f |", mode, measured, who, speed, speed / theirs));
  }

  private void agreement(Mode mode) throws Exception {
    try (OnnxContender ours = new OnnxContender(mode, Vgg9.BATCH, 1);
        TorchContender theirs = new TorchContender(mode)) {
      double difference = Agreement.largestDifference(ours, theirs);
      line("%s: our gradients differ from libtorch's by at most %.1e.  ", mode, difference);
    }
  }

  private void table(Mode mode, String what, Map<String, Double> times) {
    double total = times.values().stream().mapToDouble(Double::doubleValue).sum();
    line("");
    line("| %s: %s | ms per batch | share |", mode, what);
    line("|---|---|---|");
    List<Map.Entry<String, Double>> first = times.entrySet().stream().limit(SHOWN).toList();
    first.forEach(entry ->
        line(
            "| %s | %.1f | %.1f %% |",
            entry.getKey(), entry.getValue(), 100 * entry.getValue() / total));
  }

  private void line(String format, Object... values) {
    report.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
