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
          "A file of 32 secret bytes opens the ring. Without this and the next three a passphrase"
              + " is asked for.")
  private List<Path> keyFiles = new ArrayList<>();

  @Option(
      names = "--key-env",
      paramLabel = "NAME",
      description = "The key in this environment variable opens the ring.")
  private List<String> variables = new ArrayList<>();

  @Option(
      names = "--key-store",
      paramLabel = StoreKey.LABEL,
      converter = StoreKey.Converter.class,
      description = "The AES key of this alias opens the ring, in a PKCS #12 file.")
  private List<StoreKey> stores = new ArrayList<>();

  @Option(
      names = "--key-token",
      paramLabel = StoreKey.LABEL,
      converter = StoreKey.Converter.class,
      description =
          "The AES key of this alias opens the ring, on the token that a configuration file of"
              + " SunPKCS11 describes.")
  private List<StoreKey> tokens = new ArrayList<>();

  @Option(
      names = "--key-password-env",
      paramLabel = "NAME",
      description =
          "The variable with the password of the key store or the PIN of the token; asked for if"
              + " not given.")
  private List<String> passwords = new ArrayList<>();

  /** The file of the ring. */
  public Path file() {
    return rings.isEmpty() ? usual(Optional.ofNullable(System.getenv(VARIABLE))) : rings.getLast();
  }

  static Path usual(Optional<String> told) {
    return Path.of(told.filter(Predicate.not(String::isEmpty)).orElse(USUAL));
  }

  /** Whether any of them was given. */
  public boolean isGiven() {
    return !rings.isEmpty() || nameAWay();
  }

  /** Whether options say what opens the ring. */
  boolean nameAWay() {
    return !keyFiles.isEmpty() || !variables.isEmpty() || !stores.isEmpty() || !tokens.isEmpty();
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
      makeKeyFile(protector);
      return KeyRing.create(file, protector);
    } catch (IOException e) {
      throw new Refusal(Failure.writing(file, e));
    }
  }

  /** Makes the file of a protector, if it needs one that is not there yet. */
  static void makeKeyFile(Protector protector) throws IOException, KeyRingException {
    if (protector instanceof Protector.KeyFile key && !Files.exists(key.file())) {
      Protector.KeyFile.create(key.file());
    }
  }

  private Protector protector(Console console, boolean isNew) throws Refusal {
    List<Protector> ways =
        new Ways(console)
            .files(keyFiles)
            .variables(variables)
            .stores(stores, passwords)
            .tokens(tokens, passwords)
            .named();
    if (ways.size() > 1) {
      throw new Refusal(
          new Failure(
              "--key-file, --key-env, --key-store, --key-token",
              "These are %d ways to open a ring.".formatted(ways.size()),
              "Choose one of them."));
    }
    if (ways.isEmpty()) {
      AskedPassphrase.check(console);
      return Protector.Passphrase.of(
          new AskedPassphrase(console, "Passphrase of " + file(), isNew));
    }
    return ways.getFirst();
  }
}
