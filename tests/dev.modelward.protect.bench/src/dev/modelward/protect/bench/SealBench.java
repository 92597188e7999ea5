// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.bench;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Restored;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.runtime.run.Unlocker;
import dev.modelward.testkit.LargeModels;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Measures sealing beside a copy, and unlocking beside plain loading, and writes a report. */
final class SealBench {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();
  private static final String COPY = "cp";
  private static final String SEAL = "seal";
  private static final String PLAIN = "plain load";
  private static final String PUBLIC = "public model, external data";
  private static final String UNLOCK = "unlock, all verified";

  private final Path folder;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final StringBuilder report = new StringBuilder();

  private SealBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    SealBench bench = new SealBench(Path.of(args[0]));
    bench.all();
    Path file = bench.folder.resolve("seal-report.md");
    Files.writeString(file, bench.report);
    System.out.println(bench.report);
    System.out.println(file);
  }

  private void all() throws Exception {
    line("# Sealing and unlocking");
    line("");
    line(
        "Medians of seven rounds in which contenders take turns, in seconds of the wall, on %d",
        THREADS);
    line(
        "threads; a session has ONNX Runtime's usual options. The last columns are megabytes: the"
            + " largest");
    line(
        "resident memory of a process that unlocks above that of one that opens the public model,"
            + " and");
    line("the bound, twice the restored tensors and 64.");
    line("");
    line(
        "| model | sealed | %s | %s | ratio | %s | %s | %s | / plain | / external | extra | bound"
            + " |",
        COPY, SEAL, PLAIN, PUBLIC, UNLOCK);
    line("|---|---|---|---|---|---|---|---|---|---|---|---|");
    Path vgg = folder.resolve("vgg19.onnx");
    if (!Files.exists(vgg)) {
      LargeModels.vgg19Shape(vgg);
    }
    measure("VGG19 shape, 575 MB", new Subject(vgg, BlockKind.KERNEL_SLICE, 0.05), vgg);
    measure("VGG19 shape, 575 MB", new Subject(vgg, BlockKind.KERNEL_SLICE, 0.08), vgg);
    Path big = folder.resolve("big.onnx");
    if (!Files.exists(big)) {
      LargeModels.bigExternal(folder);
    }
    measure(
        "external, 2.5 GB", new Subject(big, BlockKind.NEURON, 0.05), folder.resolve("big.data"));
  }

  private void measure(String name, Subject subject, Path weights) throws Exception {
    Path place = folder.resolve("bench.protected");
    Sealer sealer =
        new Sealer(new InsecureVendor(1), AttestingKey.generate(), new Workers(THREADS));
    try (TierKey key = TierKey.random("00112233445566778899aabbccddeeff", 2)) {
      Artifact artifact = sealer.seal(subject.blueprint(), key, place, Progress.NONE);
      Map<String, Double> seconds =
          new Turns()
              .with(COPY, () -> copy(weights))
              .with(SEAL, () -> sealer.seal(subject.blueprint(), key, place, Progress.NONE))
              .with(PLAIN, () -> open(subject.file()))
              .with(PUBLIC, () -> open(artifact.model()))
              .with(UNLOCK, () -> unlock(artifact.folder(), sealer, key))
              .run();
      Artifact last = Artifact.open(place, sealer.signer().key());
      row(name, subject.share(), seconds, new Space(last, key).row());
    }
  }

  private void copy(Path file) throws IOException, InterruptedException {
    Path copy = folder.resolve("copy");
    new ProcessBuilder("cp", file.toString(), copy.toString()).start().waitFor();
  }

  private void open(Path model) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      environment.createSession(model.toString(), options).close();
    }
  }

  private void unlock(Path place, Sealer sealer, TierKey key) throws Exception {
    Artifact artifact = Artifact.open(place, sealer.signer().key());
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      new Unlocker(environment, options, THREADS).unlock(artifact, key).close();
    }
  }

  /** Memory in megabytes, what unlocking needs beyond the public model, and its bound. */
  private record Space(Artifact artifact, TierKey key) {
    private static final long MEGABYTE = 1 << 20;

    String row() throws Exception {
      long restored = 0;
      try (Restored all = artifact.restore(key, THREADS)) {
        for (ByteBuffer each : all.tensors().values()) {
          restored += each.capacity();
        }
      }
      long extra = Memory.ofUnlocked(artifact, key) - Memory.ofPublic(artifact);
      return "%d | %d |".formatted(extra, 2 * restored / MEGABYTE + 64);
    }
  }

  private void row(String name, double share, Map<String, Double> seconds, String space) {
    double copy = seconds.getOrDefault(COPY, Double.NaN);
    double seal = seconds.getOrDefault(SEAL, Double.NaN);
    double plain = seconds.getOrDefault(PLAIN, Double.NaN);
    double external = seconds.getOrDefault(PUBLIC, Double.NaN);
    double unlock = seconds.getOrDefault(UNLOCK, Double.NaN);
    line(
        "| %s | %.0f %% | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %s",
        name,
        100 * share,
        copy,
        seal,
        seal / copy,
        plain,
        external,
        unlock,
        unlock / plain,
        unlock / external,
        space);
  }

  private void line(String format, Object... values) {
    report.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
