// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.inspect.Inspection;
import dev.modelward.cli.inspect.InspectionJson;
import dev.modelward.cli.inspect.InspectionText;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what models are made of. */
@Command(
    name = "inspect",
    description = "Shows what ONNX models are made of, and what is wrong with them.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no error and no warning",
      "1:an error or a warning in at least one model",
      "2:the command line is wrong",
      "3:at least one file is not a readable ONNX model",
      "4:ModelWard itself failed"
    },
    footer = "%nExample:%n  modelward inspect --verify lenet.onnx")
final class InspectCommand implements Callable<Integer> {
  private static final int SCHEMA = 1;
  private static final Failure BOTH =
      new Failure("--json --quiet", "These ask for different output.", "Choose one of them.");

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "MODEL", description = "The model files to look into.")
  private List<Path> models = new ArrayList<>();

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  @Option(
      names = "--verify",
      description = "Read every weight and every external file too, and check their checksums.")
  private boolean verify;

  @Option(
      names = {"-q", "--quiet"},
      description = "Write findings only, each in a line of its own.")
  private boolean quiet;

  private final List<Inspection> inspections = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (json && quiet) {
      console.complain(BOTH.line(console.screen()));
      return ExitCode.USAGE;
    }
    for (Path file : models) {
      inspect(file);
    }
    if (json) {
      printJson();
    }
    if (!failures.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    boolean troubled = inspections.stream().anyMatch(Inspection::isTroubled);
    return troubled ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private void inspect(Path file) {
    try {
      Inspection inspection = verify ? Inspection.verified(file) : Inspection.of(file);
      if (!json) {
        printText(inspection);
      }
      inspections.add(inspection);
    } catch (IOException e) {
      Failure failure = Failure.reading(file, e);
      failures.add(failure);
      console.flush();
      console.complain(failure.line(console.screen()));
    }
  }

  private void printText(Inspection inspection) {
    InspectionText text = new InspectionText(inspection, console);
    if (quiet) {
      text.printFindings();
      return;
    }
    if (!inspections.isEmpty()) {
      console.line("");
    }
    text.print();
  }

  private void printJson() throws IOException {
    console.line(
        new JsonText()
            .put("schema", SCHEMA)
            .put("version", Version.ofBundle())
            .put("models", inspections.stream().map(InspectionJson::of).toList())
            .put("failures", failures.stream().map(Failure::json).toList())
            .toString());
  }
}
