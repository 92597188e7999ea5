// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.sample.ResidualNetwork;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Layers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model made in code. */
@Command(
    name = "sample",
    description = {
      "Writes a small model to try ModelWard with.",
      "It is a residual network for colour pictures of 32 x 32 pixels and ten classes. Nobody has"
          + " trained it, and each call writes the same one."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the model is written",
      "2:the command line is wrong, or the file is there already",
      "3:the file cannot be written",
      "4:ModelWard itself failed"
    },
    footer = "%nExample:%n  modelward sample demo.onnx --layers 20")
final class SampleCommand implements Callable<Integer> {
  private static final int LEAST = 4;
  private static final int MOST = 1_000;

  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("");

  @Option(
      names = "--layers",
      paramLabel = "N",
      description =
          "The layers with weights from input to output, an even number from "
              + LEAST
              + " to "
              + MOST
              + " (usually "
              + ResidualNetwork.USUAL_DEPTH
              + ").")
  private int depth = ResidualNetwork.USUAL_DEPTH;

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Option(names = "--json", description = "Write what was made as one JSON object.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but errors.")
  private boolean quiet;

  SampleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (depth < LEAST || depth > MOST || depth % 2 != 0) {
      String range = "expected an even number from " + LEAST + " to " + MOST;
      return new Failure(
              "--layers " + depth, "There is no such sample: " + range + ".", "Choose one.")
          .complain(console);
    }
    if (Files.exists(file) && !force) {
      return Failure.inTheWay(file).complain(console);
    }
    return write(ResidualNetwork.ofDepth(depth));
  }

  private int write(OnnxModel model) {
    try {
      model.write(file);
    } catch (IOException e) {
      console.complain(Failure.writing(file, e).line(console.screen()));
      return ExitCode.BAD_INPUT;
    }
    report(model);
    return ExitCode.FINE;
  }

  private void report(OnnxModel model) {
    long parameters = Layers.parameters(Layers.of(model));
    if (json) {
      console.line(
          new JsonText()
              .put("file", file.toString())
              .put("size", model.message().size())
              .put("nodes", model.graph().nodes().size())
              .put("parameters", parameters)
              .toString());
    } else if (!quiet) {
      console.line(
          "%s: %d nodes, %s parameters, %s. Look into it: modelward inspect %s"
              .formatted(
                  file,
                  model.graph().nodes().size(),
                  Quantity.shortCount(parameters),
                  Quantity.bytes(model.message().size()),
                  file));
    }
  }
}
