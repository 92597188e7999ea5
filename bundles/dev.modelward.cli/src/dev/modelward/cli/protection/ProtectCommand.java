// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.protection;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.keys.KeyRingOptions;
import dev.modelward.cli.work.Beside;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Version;
import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.build.Delivery;
import dev.modelward.protect.build.Drafter;
import dev.modelward.protect.build.Made;
import dev.modelward.protect.build.Maker;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.runtime.artifact.Names;
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
              new MadeReport(made).print(console);
            }
          };
        });
  }

  private Path folder() {
    return folders.isEmpty() ? Beside.of(plan, PlanFile.ENDING, Names.FOLDER) : folders.getLast();
  }

  private Made made(Path folder, Progress progress) throws Exception {
    PlanFile file = PlanFile.read(plan);
    Delivery delivery = grants.delivery(file.plan(), folder);
    Drafter drafter = new Drafter(threads, "modelward " + Version.ofBundle());
    try (KeyRing ring = keys.open(console)) {
      return new Maker(ring, drafter).make(file, delivery, progress);
    }
  }
}
