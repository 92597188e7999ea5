// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Refusal;
import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.export.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an importance map for another tool. */
@Command(
    name = "export",
    description = "Writes an importance map for another tool (docs/importance-maps.md).",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the file is written",
      "2:the command line is wrong, or the file is there already",
      "3:a file cannot be used",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer = "%nExample:%n  modelward export lenet.importance --as netron")
public final class ExportCommand implements Callable<Integer> {
  private static final String VERB = "modelward export";
  private static final String JSON = ".json";

  private final Console console;

  @Parameters(paramLabel = "MAP", description = "The importance map.")
  private Path map = Path.of("");

  @Option(
      names = "--as",
      required = true,
      paramLabel = "FORM",
      description = "One of csv, json, netron, model-explorer, model-explorer-share.")
  private String word = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write; beside the map if not given.")
  private List<Path> outs = new ArrayList<>();

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but errors.")
  private boolean quiet;

  /** The command with a console. */
  public ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Form form;
    Path out;
    try {
      form =
          Form.of(word)
              .orElseThrow(() -> new IllegalArgumentException("There is no form '" + word + "'"));
      out = out(form);
    } catch (IllegalArgumentException e) {
      return Failure.ofUsage(VERB, e).complain(console);
    }
    if (Files.exists(out) && !force) {
      return Failure.inTheWay(out).complain(console);
    }
    String what = "exporting " + map.getFileName();
    return new LongWork(console, what, "Nothing was written.", quiet)
        .run(progress -> {
          GivenMap given = GivenMap.open(map);
          write(given, form, new Target(out, progress));
          return () -> report(given, out);
        });
  }

  private Path out(Form form) {
    if (outs.isEmpty()) {
      String end =
          switch (form) {
            case CSV -> ".csv";
            case JSON -> JSON;
            case NETRON, MODEL_EXPLORER, MODEL_EXPLORER_SHARE -> "." + form.word() + JSON;
          };
      return map.resolveSibling(map.getFileName() + end);
    }
    Path out = outs.getLast();
    if (form == Form.NETRON && !out.toString().endsWith(JSON)) {
      throw new IllegalArgumentException(
          "expected a name that ends in .json, as Netron does, found " + out);
    }
    return out;
  }

  /** Where to write, and whom to ask meanwhile whether to go on. */
  private record Target(Path file, Progress progress) {}

  private static void write(GivenMap given, Form form, Target target) throws Refusal {
    try {
      form.write(given.map(), target.file(), target.progress());
    } catch (IOException e) {
      throw new Refusal(Failure.writing(target.file(), e));
    }
  }

  private void report(GivenMap given, Path out) throws IOException {
    if (!quiet) {
      console.line(
          "%s: %s blocks in %d layers, %s"
              .formatted(
                  out,
                  Quantity.shortCount(given.map().blocks()),
                  given.map().layers().size(),
                  Quantity.bytes(Files.size(out))));
    }
  }
}
