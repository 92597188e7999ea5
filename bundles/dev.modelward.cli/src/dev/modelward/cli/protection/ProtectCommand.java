// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.protection;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.keys.KeyRingOptions;
import dev.modelward.cli.work.Beside;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Refusal;
import dev.modelward.cli.work.Version;
import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.build.Addressee;
import dev.modelward.protect.build.Draft;
import dev.modelward.protect.build.Drafter;
import dev.modelward.protect.build.Granting;
import dev.modelward.protect.build.Sealing;
import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.SigningKey;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the artifact of an exposure plan. */
@Command(
    name = "protect",
    description = {
      "Makes the protected artifact of an exposure plan.",
      "Finds the borders of its tiers by measurement, seals what each tier is not to see, and",
      "signs the whole. Then grants each recipient of the plan a tier."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the artifact is made",
      "2:the command line is wrong, or there is an artifact already, or grants",
      "3:a file cannot be used, a tier is out of reach, a limit is broken, or keys do not open",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer = "%nExample:%n  modelward protect lenet.ward --keys vendor.keys --key-file vendor.key")
public final class ProtectCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "PLAN", description = "The plan (docs/exposure-plans.md).")
  private Path plan = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the artifact goes; beside the plan, as NAME.protected, if not given.")
  private List<Path> folders = new ArrayList<>();

  @Mixin private GrantOptions grants = new GrantOptions();

  @Mixin private KeyRingOptions keys = new KeyRingOptions();

  @Option(names = "--threads", paramLabel = "N", description = "Threads; all if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--force", description = "Replace an artifact and grants that are there already.")
  private boolean force;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress and no table.")
  private boolean quiet;

  /** The command with a console. */
  public ProtectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (threads < 1) {
      return Failure.ofThreads(threads).complain(console);
    }
    Path folder = folder();
    Optional<Path> inTheWay =
        Optional.of(folder).filter(Files::exists).or(() -> grants.inTheWay(folder));
    if (inTheWay.isPresent() && !force) {
      return Failure.inTheWay(inTheWay.get()).complain(console);
    }
    String left = "Any artifact that was there before is as it was.";
    return new LongWork(console, "protecting " + plan.getFileName(), left, quiet)
        .run(progress -> {
          Made made = made(folder, progress);
          return () -> {
            if (!quiet) {
              made.print(console);
            }
          };
        });
  }

  private Path folder() {
    return folders.isEmpty() ? Beside.of(plan, PlanFile.ENDING, Names.FOLDER) : folders.getLast();
  }

  private Made made(Path folder, Progress progress) throws Exception {
    PlanFile file = PlanFile.read(plan);
    List<Addressee> addressees = grants.addressees(file.plan());
    try (KeyRing ring = keys.open(console);
        SigningKey signer = ring.signer(signer(ring));
        AttestingKey attestor = AttestingKey.of(ring)) {
      Drafter drafter = new Drafter(threads, "modelward " + Version.ofBundle());
      Draft draft = drafter.draft(file, progress.part("plan", 0.9));
      Artifact artifact =
          new Sealing(ring, new Sealer(signer, attestor, new Workers(threads)))
              .seal(draft, folder, progress.part("seal", 0.1));
      return new Made(artifact, grants.issue(new Granting(ring, signer), addressees, artifact));
    }
  }

  private String signer(KeyRing ring) throws Exception {
    return ring.listing().keys().stream()
        .filter(KeyEntry.Signing.class::isInstance)
        .map(KeyEntry::id)
        .reduce((older, newer) -> newer)
        .orElseThrow(() ->
            new Refusal(
                new Failure(
                    keys.file().toString(),
                    "There is no signing key in this ring.",
                    "Make a ring with 'modelward keys create'.")));
  }
}
