// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.keys.KeyProvider;
import dev.modelward.protect.keys.Protector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ways to open a ring that somebody named, in words that say where passwords come from. */
final class Ways {
  private final Console console;
  private final List<Protector> named = new ArrayList<>();

  Ways(Console console) {
    this.console = console;
  }

  List<Protector> named() {
    return List.copyOf(named);
  }

  Ways files(List<Path> files) {
    files.forEach(file -> named.add(new Protector.KeyFile(file)));
    return this;
  }

  Ways variables(List<String> variables) throws Refusal {
    for (String variable : variables) {
      named.add(variable(variable));
    }
    return this;
  }

  private static Protector variable(String name) throws Refusal {
    try {
      return Protector.Variable.of(name);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          new Failure(
              "--key-env",
              "Expected " + e.getMessage() + ", found another one.",
              "Name the variable, not its value."));
    }
  }

  Ways stores(List<StoreKey> stores, List<String> passwords) throws Refusal {
    for (StoreKey store : stores) {
      named.add(store.inFile(password("Password of " + store.file(), passwords)));
    }
    return this;
  }

  Ways tokens(List<StoreKey> tokens, List<String> pins) throws Refusal {
    for (StoreKey token : tokens) {
      named.add(token.onToken(password("PIN of " + token.file(), pins)));
    }
    return this;
  }

  private KeyProvider password(String question, List<String> variables) throws Refusal {
    if (!variables.isEmpty()) {
      return new VariableText(variables.getLast()).checked();
    }
    AskedPassphrase.check(console);
    return new AskedPassphrase(console, question, false);
  }
}
