// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Refusal;
import dev.modelward.learn.progress.Progress;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Restored;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries whether a grant opens an artifact. */
@Command(
    name = "unlock",
    description = {
      "Tries whether a grant opens an artifact, all of which is verified.",
      "Weights are restored in memory, and written only where --write-plain-weights-to says so."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the grant opens the artifact",
      "2:the command line is wrong, or the folder is there already",
      "3:the grant does not open it, or a file cannot be used",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer =
        "%nExample:%n  modelward unlock demo.protected --grant customer.grant"
            + " --identity customer.identity --vendor vendor.pub")
public final class UnlockCommand implements Callable<Integer> {
  private static final String VERB = "modelward unlock";

  private final Console console;

  @Parameters(paramLabel = "ARTIFACT", description = "The folder of the artifact.")
  private Path folder = Path.of("");

  @Option(names = "--grant", required = true, paramLabel = "FILE", description = "The grant.")
  private Path grant = Path.of("");

  @Mixin private OpenerOptions opener = new OpenerOptions();

  @Option(
      names = "--vendor",
      required = true,
      paramLabel = "FILE",
      description = "The vendor's public key.")
  private Path vendor = Path.of("");

  @Option(
      names = "--write-plain-weights-to",
      paramLabel = "FOLDER",
      description =
          "A new folder for an ordinary model with the restored weights, which nothing protects.")
  private List<Path> plain = new ArrayList<>();

  @Option(names = "--threads", paramLabel = "N", description = "Threads; all if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but errors.")
  private boolean quiet;

  /** The command with a console. */
  public UnlockCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try {
      opener.check();
    } catch (IllegalArgumentException e) {
      return Failure.ofUsage(VERB, e).complain(console);
    }
    if (threads < 1) {
      return Failure.ofThreads(threads).complain(console);
    }
    if (!plain.isEmpty() && Files.exists(plain.getLast())) {
      return new Failure(
              plain.getLast().toString(), "This is there already.", "Choose another name.")
          .complain(console);
    }
    return new LongWork(console, "unlocking " + folder, "Nothing was written.", true)
        .run(progress -> {
          Unlocked unlocked = unlock(progress);
          return () -> print(unlocked);
        });
  }

  private Unlocked unlock(Progress progress) throws Exception {
    long began = System.nanoTime();
    VendorKey key = GivenFiles.vendor(vendor);
    Artifact artifact = GivenFiles.artifact(folder, key);
    Grant given = GivenFiles.grant(grant, key);
    try (TierKey tier = opener.open(given, artifact);
        Restored restored = restored(artifact, tier)) {
      Unlocked unlocked = Unlocked.of(folder, given, restored, System.nanoTime() - began);
      progress.checkCancelled();
      write(artifact, restored, progress);
      return unlocked;
    }
  }

  private Restored restored(Artifact artifact, TierKey tier) throws Exception {
    try {
      return artifact.restore(tier, threads);
    } catch (IOException e) {
      throw new Refusal(GivenFiles.reading(folder, e));
    }
  }

  private void write(Artifact artifact, Restored restored, Progress progress) throws Refusal {
    for (Path each : plain) {
      try {
        new PlainFolder(each).write(artifact, restored, progress::checkCancelled);
      } catch (IOException e) {
        throw new Refusal(Failure.writing(each, e));
      }
    }
  }

  private void print(Unlocked unlocked) throws IOException {
    if (json) {
      console.line(unlocked.json().toString());
    } else if (!quiet) {
      console.line(unlocked.text());
    }
  }
}
