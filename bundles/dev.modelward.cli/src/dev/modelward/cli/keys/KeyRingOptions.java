// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.keys.Protector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The options that say where the vendor's key ring is, and what opens it. */
public final class KeyRingOptions {
  private static final String VARIABLE = "MODELWARD_KEYS";
  private static final String USUAL = "modelward.keys";

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description =
          "The vendor's key ring; if not given, what the environment variable MODELWARD_KEYS says,"
              + " else modelward.keys in this folder.")
  private List<Path> rings = new ArrayList<>();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "A file of 32 secret bytes opens the ring. Without this and --key-env a passphrase is"
              + " asked for.")
  private List<Path> keyFiles = new ArrayList<>();

  @Option(
      names = "--key-env",
      paramLabel = "NAME",
      description = "The key in this environment variable opens the ring.")
  private List<String> variables = new ArrayList<>();

  /** The file of the ring. */
  public Path file() {
    return rings.isEmpty() ? usual(Optional.ofNullable(System.getenv(VARIABLE))) : rings.getLast();
  }

  static Path usual(Optional<String> told) {
    return Path.of(told.filter(Predicate.not(String::isEmpty)).orElse(USUAL));
  }

  /** Whether any of them was given. */
  public boolean isGiven() {
    return !rings.isEmpty() || isSilent();
  }

  /** Whether the ring opens without a question. */
  boolean isSilent() {
    return !keyFiles.isEmpty() || !variables.isEmpty();
  }

  /**
   * The ring, opened; a passphrase is asked for now, and not at all where nobody is.
   *
   * @throws Refusal if the options contradict each other, or nobody can be asked
   */
  public KeyRing open(Console console) throws Refusal, KeyRingException {
    Protector protector = protector(console, false);
    try {
      return KeyRing.open(file(), protector);
    } catch (IOException e) {
      throw new Refusal(Failure.reading(file(), e));
    }
  }

  /** A new ring; a key file that is not there yet is made as well. */
  KeyRing create(Console console) throws Refusal, KeyRingException {
    Path file = file();
    if (Files.exists(file)) {
      throw new Refusal(
          new Failure(
              file.toString(), "There is such a file already.", "Choose another name by --keys."));
    }
    Protector protector = protector(console, true);
    try {
      if (protector instanceof Protector.KeyFile key && !Files.exists(key.file())) {
        Protector.KeyFile.create(key.file());
      }
      return KeyRing.create(file, protector);
    } catch (IOException e) {
      throw new Refusal(Failure.writing(file, e));
    }
  }

  private Protector protector(Console console, boolean isNew) throws Refusal {
    if (!keyFiles.isEmpty() && !variables.isEmpty()) {
      throw new Refusal(
          new Failure(
              "--key-file --key-env", "These are two ways to open a ring.", "Choose one of them."));
    }
    if (!keyFiles.isEmpty()) {
      return new Protector.KeyFile(keyFiles.getLast());
    }
    if (variables.isEmpty()) {
      AskedPassphrase.check(console);
      return Protector.Passphrase.of(
          new AskedPassphrase(console, "Passphrase of " + file(), isNew));
    }
    try {
      return Protector.Variable.of(variables.getLast());
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          new Failure(
              "--key-env",
              "Expected " + e.getMessage() + ", found another one.",
              "Name the variable, not its value."));
    }
  }
}
