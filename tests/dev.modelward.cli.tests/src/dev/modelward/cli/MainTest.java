// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
  private static final String HELP =
      """
      Usage: modelward [-hV] COMMAND
      Protects ONNX neural networks.
        -h, --help      Show what a command does, and stop.
        -V, --version   Show the version, and stop.

      Commands:
        demo        Shows the whole way from data to grants on a small model.
        inspect     Shows what ONNX models are made of, and what is wrong with them.
        evaluate    Measures how good a model is on a data set.
        sample      Writes a small model to try ModelWard with.
        train       Trains a model on a data set.
        analyze     Finds out which blocks of a model matter, and writes an importance map.
        curve       Measures how good a model is when decoys stand for its most important blocks.
        compare     Says how far two importance maps of the same blocks agree.
        export      Writes an importance map for another tool (docs/importance-maps.md).
        keys        Makes and shows the keys of vendors and recipients (docs/keys.md).
        plan        Writes a first exposure plan for a model, to be changed by hand.
        protect     Makes the protected artifact of an exposure plan.
        grant       Gives a recipient the key of one tier of an artifact, in a signed file.
        grants      Shows what grants say openly: which tier, for whom, and when they open.
        renew       Gives the recipient of a grant a new one of the same tier.
        rekey       Seals the rings of an artifact anew, under a key of the next generation.
        unlock      Tries whether a grant opens an artifact, all of which is verified.
        verify      Says whether every file and tensor of an artifact is what its vendor signed.
        ide         Opens the Eclipse workbench with ModelWard in it.
        completion  Prints a script with which bash and zsh complete modelward's command lines.

      Exit codes:
        0     all is well
        1     findings: something is wrong with a model
        2     the command line is wrong
        3     a file cannot be used
        4     ModelWard itself failed
        130   cancelled by Ctrl-C

      Example:
        modelward sample demo.onnx && modelward inspect demo.onnx
      """;

  @Test
  void listsTheCommandsAndTheExitCodes() {
    Call call = Call.of("--help");
    assertEquals(0, call.code());
    assertEquals(HELP, call.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inspect",
        "evaluate",
        "sample",
        "train",
        "analyze",
        "curve",
        "compare",
        "export",
        "keys",
        "keys create",
        "keys list",
        "keys vendor",
        "keys identity",
        "grant",
        "grants",
        "rekey",
        "unlock",
        "verify",
        "ide",
        "completion"
      })
  void everyCommandExplainsItselfWithAnExample(String command) {
    Call call = Call.of((command + " --help").split(" "));
    assertEquals(0, call.code());
    assertTrue(call.out().startsWith("Usage: modelward " + command), call.out());
    assertTrue(call.out().contains("\nExample:\n  "), call.out());
    assertTrue(call.out().lines().allMatch(line -> line.length() <= 100), call.out());
    assertEquals("", call.err());
  }

  @Test
  void saysItsVersionAndThatOfJava() {
    Call call = Call.of("--version");
    assertEquals(0, call.code());
    assertTrue(call.out().matches("modelward \\S+\nJava \\S+ on .+\n"), call.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''               | modelward: Missing required subcommand. Try 'modelward --help'.",
        "inspct           | modelward: Unmatched argument at index 0: 'inspct'."
            + " Did you mean 'inspect' or 'train' or 'protect'?",
        "inspect          | modelward inspect: Missing required parameter: 'MODEL'."
            + " Try 'modelward inspect --help'.",
        "inspect --jsn x  | modelward inspect: Unknown option: '--jsn'. Did you mean '--json'?",
        "sample           | modelward sample: Missing required parameter: 'FILE'."
            + " Try 'modelward sample --help'."
      })
  void refusesACommandLineThatItDoesNotUnderstand(String line, String complaint) {
    Call call = Call.of(line.isEmpty() ? new String[0] : line.split(" "));
    assertEquals(2, call.code());
    assertEquals("", call.out());
    assertEquals("error: " + complaint + "\n", call.err());
  }

  @Test
  void leavesTheWorkbenchToTheLaunchingScript() {
    Call call = Call.of("ide", "workspace");
    assertEquals(2, call.code());
    assertTrue(call.err().contains("./modelward ide"), call.err());
  }

  @Test
  void saysThatItFailedItselfAndWhere() {
    StringWriter err = new StringWriter();
    Console console =
        new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), Screen.PIPE);
    CommandLine line = Main.commandLine(console).addSubcommand("fail", new Failing());
    assertEquals(4, line.execute("fail"));
    assertTrue(err.toString().startsWith("error: modelward: ModelWard itself failed: "));
    assertTrue(err.toString().contains(Failing.class.getName()), err.toString());
  }

  @CommandLine.Command
  static final class Failing implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void printsACompletionOfAllCommandsAndOptions() {
    Call call = Call.of("completion");
    assertEquals(0, call.code());
    assertTrue(call.out().startsWith("#!/usr/bin/env bash\n"), call.out());
    assertTrue(
        call.out()
            .contains(
                "commands=\"demo inspect evaluate sample train analyze curve compare export keys"
                    + " plan protect grant grants renew rekey unlock verify ide completion\""),
        call.out());
    assertTrue(call.out().contains("--verify"), call.out());
    assertFalse(call.out().contains("\u001b"), call.out());
  }
}
