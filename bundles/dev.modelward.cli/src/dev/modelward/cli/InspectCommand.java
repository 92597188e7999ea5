// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.artifact.ArtifactInspection;
import dev.modelward.cli.artifact.ArtifactJson;
import dev.modelward.cli.artifact.ArtifactText;
import dev.modelward.cli.artifact.GivenFiles;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.inspect.Inspection;
import dev.modelward.cli.inspect.InspectionJson;
import dev.modelward.cli.inspect.InspectionText;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.ProtectionFailure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.cli.work.Version;
import dev.modelward.runtime.ProtectionException;
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
    description = {
      "Shows what ONNX models are made of, and what is wrong with them.",
      "Of the folder of a protected artifact it shows tiers, rings, tensors and origin."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no error and no warning",
      "1:an error or a warning in at least one model",
      "2:the command line is wrong",
      "3:at least one file is not a readable ONNX model or artifact",
      "4:ModelWard itself failed"
    },
    footer = "%nExample:%n  modelward inspect --verify lenet.onnx")
final class InspectCommand implements Callable<Integer> {
  private static final int SCHEMA = 1;
  private static final Failure BOTH =
      new Failure("--json --quiet", "These ask for different output.", "Choose one of them.");

  private static final Failure UNKNOWN_VENDOR =
      new Failure("--verify", "An artifact is verified by its vendor's key.", "Add --vendor FILE.");

  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL",
      description = "The model files, and the folders of artifacts, to look into.")
  private List<Path> models = new ArrayList<>();

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  @Option(
      names = "--verify",
      description = "Read every weight and every external file too, and check their checksums.")
  private boolean verify;

  @Option(
      names = "--vendor",
      paramLabel = "FILE",
      description = "The public key of the vendor whose signature artifacts must have.")
  private List<Path> vendors = new ArrayList<>();

  @Option(
      names = {"-q", "--quiet"},
      description = "Write findings only, each in a line of its own.")
  private boolean quiet;

  private final List<Inspection> inspections = new ArrayList<>();
  private final List<ArtifactInspection> artifacts = new ArrayList<>();
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
    if (verify && vendors.isEmpty() && models.stream().anyMatch(ArtifactInspection::isArtifact)) {
      return UNKNOWN_VENDOR.complain(console);
    }
    for (Path file : models) {
      if (ArtifactInspection.isArtifact(file)) {
        inspectArtifact(file);
      } else {
        inspect(file);
      }
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
      fail(Failure.reading(file, e));
    }
  }

  private void fail(Failure failure) {
    failures.add(failure);
    console.flush();
    console.complain(failure.line(console.screen()));
  }

  private void inspectArtifact(Path folder) {
    try {
      ArtifactInspection artifact =
          vendors.isEmpty()
              ? ArtifactInspection.unchecked(folder)
              : ArtifactInspection.checked(folder, GivenFiles.vendor(vendors.getLast()), verify);
      if (!json && !quiet) {
        separate();
        new ArtifactText(artifact, console).print();
      }
      artifacts.add(artifact);
    } catch (Refusal e) {
      fail(e.failure());
    } catch (ProtectionException e) {
      fail(ProtectionFailure.of(e));
    }
  }

  private void separate() {
    if (!inspections.isEmpty() || !artifacts.isEmpty()) {
      console.line("");
    }
  }

  private void printText(Inspection inspection) {
    InspectionText text = new InspectionText(inspection, console);
    if (quiet) {
      text.printFindings();
      return;
    }
    separate();
    text.print();
  }

  private void printJson() throws IOException {
    console.line(
        new JsonText()
            .put("schema", SCHEMA)
            .put("version", Version.ofBundle())
            .put("models", inspections.stream().map(InspectionJson::of).toList())
            .put("artifacts", artifacts.stream().map(ArtifactJson::of).toList())
            .put("failures", failures.stream().map(Failure::json).toList())
            .toString());
  }
}
