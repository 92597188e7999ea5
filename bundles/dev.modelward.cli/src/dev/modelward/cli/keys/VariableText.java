// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.keys.KeyProvider;
import dev.modelward.protect.keys.Secret;
import java.util.Arrays;
import java.util.Optional;

/** A password that an environment variable holds, whose text is the process's and stays there. */
record VariableText(String name) implements KeyProvider {

  /** Refuses a variable that there is not; its name is not repeated, as it may be a password. */
  VariableText checked() throws Refusal {
    if (Optional.ofNullable(System.getenv(name)).filter(text -> !text.isEmpty()).isEmpty()) {
      throw new Refusal(
          new Failure(
              "environment variable of a password",
              "There is no such variable, or it is empty.",
              "Name the variable, not its value, and set it."));
    }
    return this;
  }

  @Override
  public Secret secret() {
    char[] letters = Optional.ofNullable(System.getenv(name)).orElse("").toCharArray();
    try {
      return Secret.ofText(letters);
    } finally {
      Arrays.fill(letters, '\0');
    }
  }
}
