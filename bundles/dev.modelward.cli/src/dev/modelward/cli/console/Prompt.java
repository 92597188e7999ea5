// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import java.util.Optional;

/** Questions to somebody at the terminal, whose answers are not shown. */
public final class Prompt {
  private Prompt() {}

  /** Whether anybody is there to be asked. */
  public static boolean isPossible(Console console) {
    return console.screen().isTerminal() && Terminal.isConsole();
  }

  /** The answer, which is the caller's to erase; none where the input has ended. */
  public static Optional<char[]> secret(Console console, String question) {
    console.flush();
    return Optional.ofNullable(System.console())
        .flatMap(there -> Optional.ofNullable(there.readPassword("%s: ", question)));
  }
}
