// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.artifact.GrantCommand;
import dev.modelward.cli.artifact.GrantsCommand;
import dev.modelward.cli.artifact.RekeyCommand;
import dev.modelward.cli.artifact.RenewCommand;
import dev.modelward.cli.artifact.UnlockCommand;
import dev.modelward.cli.artifact.VerifyCommand;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Screen;
import dev.modelward.cli.demo.DemoCommand;
import dev.modelward.cli.importance.AnalyzeCommand;
import dev.modelward.cli.importance.CompareCommand;
import dev.modelward.cli.importance.CurveCommand;
import dev.modelward.cli.importance.ExportCommand;
import dev.modelward.cli.keys.KeysCommand;
import dev.modelward.cli.protection.PlanCommand;
import dev.modelward.cli.protection.ProtectCommand;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the command line starts. */
public final class Main {
  private static final int WIDEST_HELP = 100;
  private static final int NARROWEST_HELP = 55;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String... arguments) {
    int code = run(Console.ofProcess(), arguments);
    if (code != ExitCode.FINE) {
      // only then: the end of a fine run needs no exit
      System.exit(code);
    }
  }

  /** Runs one command. */
  static int run(Console console, String... arguments) {
    int code = commandLine(console).execute(arguments);
    console.flush();
    return code;
  }

  static CommandLine commandLine(Console console) {
    CommandLine line = new CommandLine(new ModelWardCommand());
    line.addSubcommand(new DemoCommand(console));
    line.addSubcommand(new InspectCommand(console));
    line.addSubcommand(new EvaluateCommand(console));
    line.addSubcommand(new SampleCommand(console));
    line.addSubcommand(new TrainCommand(console));
    line.addSubcommand(new AnalyzeCommand(console));
    line.addSubcommand(new CurveCommand(console));
    line.addSubcommand(new CompareCommand(console));
    line.addSubcommand(new ExportCommand(console));
    line.addSubcommand(KeysCommand.line(console));
    line.addSubcommand(new PlanCommand(console));
    line.addSubcommand(new ProtectCommand(console));
    line.addSubcommand(new GrantCommand(console));
    line.addSubcommand(new GrantsCommand(console));
    line.addSubcommand(new RenewCommand(console));
    line.addSubcommand(new RekeyCommand(console));
    line.addSubcommand(new UnlockCommand(console));
    line.addSubcommand(new VerifyCommand(console));
    line.addSubcommand(new IdeCommand(console));
    line.addSubcommand(new CompletionCommand(console));
    Screen screen = console.screen();
    return line.setOut(console.out())
        .setErr(console.err())
        .setColorScheme(Help.defaultColorScheme(screen.hasColours() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setUsageHelpWidth(Math.clamp(screen.width(), NARROWEST_HELP, WIDEST_HELP))
        .setParameterExceptionHandler((e, arguments) -> misused(console, e))
        .setExecutionExceptionHandler((e, command, parsed) -> broken(console, e));
  }

  private static int misused(Console console, ParameterException cause) {
    String name = cause.getCommandLine().getCommandSpec().qualifiedName();
    List<String> suggestions =
        cause instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String remedy =
        suggestions.isEmpty()
            ? "Try '" + name + " --help'."
            : "Did you mean '" + String.join("' or '", suggestions) + "'?";
    String what = String.valueOf(cause.getMessage());
    String sentence = what.endsWith(".") ? what : what + ".";
    console.complain(new Failure(name, sentence, remedy).line(console.screen()));
    return ExitCode.USAGE;
  }

  private static int broken(Console console, Exception cause) {
    Failure failure =
        new Failure(
            "modelward",
            "ModelWard itself failed: " + cause + ".",
            "Please report this with the lines below.");
    console.complain(failure.line(console.screen()));
    cause.printStackTrace(console.err());
    return ExitCode.INTERNAL;
  }
}
