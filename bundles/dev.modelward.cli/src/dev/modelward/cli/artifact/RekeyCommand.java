// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.keys.KeyRingOptions;
import dev.modelward.cli.work.Attempt;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.keys.SigningKey;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Seals an artifact's rings under new keys. */
@Command(
    name = "rekey",
    description = {
      "Seals the rings of an artifact anew, under a key of the next generation.",
      "The public model stays as it is. Grants that were made open older copies only."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the artifact has new rings",
      "2:the command line is wrong",
      "3:a file cannot be used, the ring does not open, or this is not the newest generation",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C; the artifact is as it was"
    },
    footer = "%nExample:%n  modelward rekey demo.protected")
public final class RekeyCommand implements Callable<Integer> {
  private static final String LEFT = "The artifact is as it was.";

  private final Console console;

  @Parameters(paramLabel = "ARTIFACT", description = "The folder of the artifact.")
  private Path folder = Path.of("");

  @Option(
      names = "--resume",
      description = "Take the key that a re-keying which was cut off has left in the ring.")
  private boolean resume;

  @Option(names = "--threads", paramLabel = "N", description = "Threads; all if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private KeyRingOptions keys = new KeyRingOptions();

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but errors.")
  private boolean quiet;

  /** The command with a console. */
  public RekeyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (threads < 1) {
      return Failure.ofThreads(threads).complain(console);
    }
    String what = "re-keying " + folder;
    return new Attempt(console, what, LEFT)
        .run(() -> {
          try (KeyRing ring = keys.open(console)) {
            return new LongWork(console, what, LEFT, true)
                .run(progress -> {
                  OwnArtifact own = OwnArtifact.open(folder, ring);
                  Artifact made = rekeyed(own);
                  return () -> report(made);
                });
          }
        });
  }

  private Artifact rekeyed(OwnArtifact own) throws Exception {
    int next = Math.addExact(own.artifact().manifest().rings().generation(), 1);
    try (TierKey old = own.top();
        SigningKey signer = own.openSigner();
        AttestingKey attestor = own.openAttestor()) {
      prepare(own, next);
      try (TierKey top = own.top(next)) {
        return new Sealer(signer, attestor, new Workers(threads)).rekey(own.artifact(), old, top);
      }
    } catch (IOException e) {
      throw new Refusal(Failure.writing(folder, e));
    }
  }

  /** The key is in the ring before anything is sealed under it, so that none is lost. */
  private void prepare(OwnArtifact own, int next) throws Refusal, KeyRingException {
    int newest = own.newest();
    if (newest < next) {
      own.addGeneration();
    } else if (newest > next || !resume) {
      throw new Refusal(
          new Failure(
              folder.toString(),
              "The ring has a key of generation %d, and this is generation %d."
                  .formatted(newest, next - 1),
              newest == next
                  ? "Name the newest copy, or go on by --resume if a re-keying was cut off."
                  : "Name the newest copy."));
    }
  }

  private void report(Artifact made) {
    if (!quiet) {
      console.line(
          Printable.of(
              "%s: generation %d; make new grants for it"
                  .formatted(folder, made.manifest().rings().generation())));
    }
  }
}
