// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.demo;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Table;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.runtime.artifact.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the whole way from data to grants. */
@Command(
    name = "demo",
    description = {
      "Shows the whole way from data to grants on a small model.",
      "Trains it on drawn signs, finds out which weights matter, seals them in tiers, grants the",
      "tiers, opens each view, and measures what it is worth."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well",
      "2:the command line is wrong, or the folder is not empty",
      "3:a file cannot be used",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer = "%nExample:%n  modelward demo")
public final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Where all of it is put; modelward-demo if not given.")
  private Path folder = Path.of("modelward-demo");

  @Option(names = "--threads", paramLabel = "N", description = "Threads; all if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  /** The command with a console. */
  public DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (threads < 1) {
      return Failure.ofThreads(threads).complain(console);
    }
    if (isFilled()) {
      return new Failure(
              folder.toString(),
              "There is something in this folder already.",
              "Name another folder, or remove this one.")
          .complain(console);
    }
    String left = "What was made until then is in " + folder + ".";
    return new LongWork(console, "demo", left, quiet)
        .run(progress -> {
          Studio studio = new Studio(folder, threads);
          studio.write();
          studio.train(progress.part("training", 0.3));
          Artifact artifact = studio.seal(progress.part("sealing", 0.6));
          List<Seen> views = studio.open(artifact, progress.part("opening", 0.1));
          Path page = folder.resolve("glyphs.html");
          new Page(artifact, views).write(page);
          return () -> print(views, page);
        });
  }

  private boolean isFilled() throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> there = Files.list(folder)) {
      return there.findAny().isPresent();
    }
  }

  private void print(List<Seen> views, Path page) {
    Table table =
        new Table(
            List.of(
                Column.ofText("View"),
                Column.ofNumbers("Quality"),
                Column.ofNumbers("Weights sealed"),
                Column.ofText("Opens with")));
    for (Seen view : views) {
      String quality = String.format(Locale.ROOT, "%.1f %%", 100 * view.quality().value());
      table.row(
          view.tier(), quality, String.format(Locale.ROOT, "%,d", view.sealed()), view.grant());
    }
    table.print(console);
    console.line("");
    console.line("  The report: " + page);
    console.line("  The artifact: " + folder.resolve("glyphs.protected"));
  }
}
