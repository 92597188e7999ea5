// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.transport;

import dev.modelward.cli.artifact.GivenFiles;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Refusal;
import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.transport.Unpacker;
import dev.modelward.runtime.artifact.Artifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an artifact of the one file that it came as. */
@Command(
    name = "unpack",
    description = "Makes an artifact of its zip, if all of it is what the vendor signed.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the artifact is there, and verified",
      "2:the command line is wrong",
      "3:the zip is not what its vendor made, or the folder is there already",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer = "%nExample:%n  modelward unpack demo.protected.zip --vendor vendor.pub")
public final class UnpackCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "ZIP", description = "The zip, as modelward pack makes it.")
  private Path zip = Path.of("");

  @Option(
      names = "--vendor",
      required = true,
      paramLabel = "FILE",
      description = "The vendor's public key.")
  private Path vendor = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "The new folder; beside the zip, with the name in it, if not given.")
  private List<Path> folders = new ArrayList<>();

  @Option(names = "--threads", paramLabel = "N", description = "Threads; all if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but errors.")
  private boolean quiet;

  /** The command with a console. */
  public UnpackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (threads < 1) {
      return Failure.ofThreads(threads).complain(console);
    }
    return new LongWork(console, "unpacking " + zip, "Nothing was written.", quiet)
        .run(progress -> {
          Path made = unpacked(progress);
          return () -> {
            if (!quiet) {
              console.line(Printable.of(made + ": every file is what the vendor signed"));
            }
          };
        });
  }

  private Path unpacked(Progress progress) throws Exception {
    if (!Files.exists(zip)) {
      throw new Refusal(
          new Failure(zip.toString(), "There is no such file.", "Check the name and the folder."));
    }
    Unpacker unpacker = new Unpacker(zip, GivenFiles.vendor(vendor), threads);
    Path folder = folders.isEmpty() ? zip.resolveSibling(unpacker.name()) : folders.getLast();
    if (Files.exists(folder)) {
      throw new Refusal(
          new Failure(folder.toString(), "This is there already.", "Choose another name by --to."));
    }
    Artifact artifact = unpacker.unpack(folder, progress);
    return artifact.folder();
  }
}
