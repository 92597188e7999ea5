// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.protect.importance.Comparison;
import dev.modelward.protect.importance.MapException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how far two importance maps agree. */
@Command(
    name = "compare",
    description = "Says how far two importance maps of the same blocks agree.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the maps are compared",
      "2:the command line is wrong",
      "3:a file cannot be used, or the maps are of different blocks",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer = "%nExample:%n  modelward compare fisher.importance magnitude.importance --share 0.001")
public final class CompareCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "MAP", description = "An importance map.")
  private Path one = Path.of("");

  @Parameters(index = "1", paramLabel = "MAP", description = "Another one.")
  private Path other = Path.of("");

  @Option(
      names = "--share",
      paramLabel = "X",
      description = "Which part of the weights is the top, from 0 to 1; 0.01 if not given.")
  private double share = 0.01;

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  /** The command with a console. */
  public CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    try {
      RankingOptions.checkShare(share);
    } catch (IllegalArgumentException e) {
      return Failure.ofUsage("modelward compare", e).complain(console);
    }
    String what = "comparing " + one.getFileName();
    return new LongWork(console, what, "Start it once more for a comparison.", true)
        .run(progress -> {
          GivenMap first = GivenMap.open(one);
          GivenMap second = GivenMap.open(other);
          ComparisonReport report =
              ComparisonReport.of(first, second, compared(first, second), share);
          return () -> print(report);
        });
  }

  private Comparison compared(GivenMap first, GivenMap second) throws MapException {
    try {
      return new Comparison(first.map(), second.map());
    } catch (IllegalArgumentException e) {
      throw new MapException(other.toString(), "a map of the same blocks as " + one, "other ones");
    }
  }

  private void print(ComparisonReport report) throws IOException {
    if (json) {
      console.line(report.json().toString());
    } else {
      report.print(console);
    }
  }
}
