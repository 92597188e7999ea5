// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Prints what a shell needs to complete command lines. */
@Command(
    name = "completion",
    description = "Prints a script with which bash and zsh complete modelward's command lines.",
    footer = "%nExample:%n  source <(modelward completion)")
final class CompletionCommand implements Callable<Integer> {
  private final Console console;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine whole = Main.commandLine(console);
    console.line(AutoComplete.bash(whole.getCommandName(), whole));
    return ExitCode.FINE;
  }
}
