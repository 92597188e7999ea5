// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.transport;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.protect.transport.Packer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one file of an artifact. */
@Command(
    name = "pack",
    description = "Makes one zip of an artifact, the same bytes each time.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the zip is made",
      "2:the command line is wrong, or the file is there already",
      "3:a file cannot be used",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer = "%nExample:%n  modelward pack demo.protected")
public final class PackCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "ARTIFACT", description = "The folder of the artifact.")
  private Path folder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The zip; beside the folder, with its name and .zip, if not given.")
  private List<Path> outs = new ArrayList<>();

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but errors.")
  private boolean quiet;

  /** The command with a console. */
  public PackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Path zip =
        outs.isEmpty() ? folder.resolveSibling(folder.getFileName() + ".zip") : outs.getLast();
    if (Files.exists(zip) && !force) {
      return Failure.inTheWay(zip).complain(console);
    }
    return new LongWork(console, "packing " + folder, "Nothing was written.", quiet)
        .run(progress -> {
          new Packer(folder).write(zip, progress);
          long size = Files.size(zip);
          return () -> {
            if (!quiet) {
              console.line(Printable.of(zip + ": " + Quantity.bytes(size)));
            }
          };
        });
  }
}
