// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says who opens the workbench: the launching script, before Java gets to see this verb. */
@Command(
    name = "ide",
    description = "Opens the Eclipse workbench with ModelWard in it.",
    footer = "%nExample:%n  modelward ide my-workspace")
final class IdeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORKSPACE",
      description = "The folder that keeps the projects.")
  List<String> workspace = new ArrayList<>();

  IdeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Failure failure =
        new Failure(
            "modelward ide",
            "The workbench is opened by the launching script, not by this program.",
            "Call './modelward ide' in a clone of ModelWard.");
    console.complain(failure.line(console.screen()));
    return ExitCode.USAGE;
  }
}
