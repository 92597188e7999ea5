// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.compare;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.keys.KeyRingOptions;
import dev.modelward.cli.work.Attempt;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.protect.compare.Comparison;
import dev.modelward.protect.keys.KeyRing;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which blocks moved between two artifacts, and what else differs. */
@Command(
    name = "diff",
    description = {
      "Says which blocks moved between two artifacts, and what else differs.",
      "Where blocks are is secret: the vendor's key ring shows all of it, a grant what it opens.",
      "Without either, only what manifests say openly is compared."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the artifacts are compared",
      "2:the command line is wrong",
      "3:a file cannot be used, or a ring does not open",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer = "%nExample:%n  modelward diff old.protected new.protected --key-file vendor.key")
public final class DiffCommand implements Callable<Integer> {
  private static final String WHAT = "comparing artifacts";
  private static final String LEFT = "Start it once more for a comparison.";

  private final Console console;

  @Parameters(index = "0", paramLabel = "ARTIFACT", description = "The folder of an artifact.")
  private Path one = Path.of("");

  @Parameters(index = "1", paramLabel = "ARTIFACT", description = "That of another one.")
  private Path other = Path.of("");

  @Mixin private GrantOptions grants = new GrantOptions();

  @Mixin private KeyRingOptions keys = new KeyRingOptions();

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  /** The command with a console. */
  public DiffCommand(Console console) {
    this.console = console;
  }

  /** How an artifact is opened. */
  private interface Way {
    GivenSide open(Path folder) throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    try {
      grants.check();
    } catch (IllegalArgumentException e) {
      return Failure.ofUsage("modelward diff", e).complain(console);
    }
    if (grants.isGiven() && keys.isGiven()) {
      return GivenSide.twoWays().complain(console);
    }
    if (!keys.isGiven()) {
      return compare(grants::open);
    }
    return new Attempt(console, WHAT, LEFT)
        .run(() -> {
          try (KeyRing ring = keys.open(console)) {
            return compare(folder -> GivenSide.own(folder, ring));
          }
        });
  }

  private int compare(Way way) throws Exception {
    return new LongWork(console, WHAT, LEFT, true)
        .run(progress -> {
          try (GivenSide before = way.open(one);
              GivenSide after = way.open(other)) {
            grants.checkUsed(before, after);
            Comparison comparison = Comparison.of(before.side(), after.side());
            return () -> {
              if (json) {
                console.line(new DiffJson(before, after).of(comparison).toString());
              } else {
                new DiffText(before, after, console).print(comparison);
              }
            };
          }
        });
  }
}
