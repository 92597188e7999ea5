// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Prompt;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.keys.KeyProvider;
import dev.modelward.protect.keys.Secret;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/** A passphrase that somebody at the terminal is asked for. */
record AskedPassphrase(Console console, String question, boolean isNew) implements KeyProvider {

  /** Refuses to ask where nobody is. */
  static void check(Console console) throws Refusal {
    if (!Prompt.isPossible(console)) {
      throw new Refusal(
          new Failure(
              "passphrase",
              "There is no terminal on which it could be asked for.",
              "Give --key-file FILE or --key-env NAME."));
    }
  }

  @Override
  public Secret secret() {
    char[] given = asked(question);
    while (isNew && !isRepeated(given)) {
      Arrays.fill(given, '\0');
      console.complain("These differ. From the start:");
      given = asked(question);
    }
    try {
      return Secret.ofText(given);
    } finally {
      Arrays.fill(given, '\0');
    }
  }

  private boolean isRepeated(char[] given) {
    char[] again = asked("Once more");
    boolean isSame = Arrays.equals(given, again);
    Arrays.fill(again, '\0');
    return isSame;
  }

  private char[] asked(String text) {
    return Prompt.secret(console, text)
        .filter(answer -> answer.length > 0)
        .orElseThrow(() -> new CancellationException("no passphrase"));
  }
}
