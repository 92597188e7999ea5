// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.keys;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.keys.Protector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say what is to open a ring from now on: one way or more. */
final class NewLockOptions {
  @Option(
      names = "--to-key-file",
      paramLabel = "FILE",
      description = "A file of 32 secret bytes, which is made if it is not there.")
  private List<Path> keyFiles = new ArrayList<>();

  @Option(
      names = "--to-key-env",
      paramLabel = "NAME",
      description = "The key in this environment variable.")
  private List<String> variables = new ArrayList<>();

  @Option(
      names = "--to-key-store",
      paramLabel = StoreKey.LABEL,
      converter = StoreKey.Converter.class,
      description = "The AES key of this alias in a PKCS #12 file.")
  private List<StoreKey> stores = new ArrayList<>();

  @Option(
      names = "--to-key-token",
      paramLabel = StoreKey.LABEL,
      converter = StoreKey.Converter.class,
      description = "The AES key of this alias on a token that SunPKCS11 reaches as a file says.")
  private List<StoreKey> tokens = new ArrayList<>();

  @Option(
      names = "--to-password-env",
      paramLabel = "NAME",
      description = "The variable with their password or PIN; asked for if not given.")
  private List<String> passwords = new ArrayList<>();

  @Option(names = "--to-passphrase", description = "A passphrase, which is asked for.")
  private boolean isAsked;

  /** What is to open a ring. */
  List<Protector> protectors(Console console) throws Refusal {
    List<Protector> all =
        new ArrayList<>(
            new Ways(console)
                .files(keyFiles)
                .variables(variables)
                .stores(stores, passwords)
                .tokens(tokens, passwords)
                .named());
    if (isAsked) {
      AskedPassphrase.check(console);
      all.add(Protector.Passphrase.of(new AskedPassphrase(console, "New passphrase", true)));
    }
    if (all.isEmpty()) {
      throw new Refusal(
          new Failure(
              "--to-key-file, --to-key-env, --to-key-store, --to-key-token, --to-passphrase",
              "None of them is there.",
              "Say what is to open the ring."));
    }
    return all;
  }
}
