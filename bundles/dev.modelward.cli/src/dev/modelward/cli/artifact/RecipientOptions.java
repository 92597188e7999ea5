// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.work.Refusal;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.wrap.Passphrase;
import dev.modelward.runtime.wrap.Recipient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say for whom a grant is. */
final class RecipientOptions {
  /** Stands for the id of a key where a passphrase opens. */
  static final String NO_KEY = "";

  private static final String PUBLIC = ".pub";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The recipient's public key (modelward keys identity makes one).")
  private List<Path> recipients = new ArrayList<>();

  @Option(
      names = "--passphrase-env",
      paramLabel = "NAME",
      description = "The grant opens with the passphrase in this environment variable instead.")
  private List<String> variables = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "WORDS",
      description = "Whom the grant is for, which it says openly; if not given, the file's name.")
  private List<String> names = new ArrayList<>();

  /** What is done with a wrapping while it is open. */
  interface Use {
    Grant with(Grant.Wrapping wrapping) throws Exception;
  }

  /**
   * Refuses none and two.
   *
   * @throws IllegalArgumentException if there is not exactly one
   */
  void check() {
    if (recipients.isEmpty() == variables.isEmpty()) {
      throw new IllegalArgumentException("expected one of --to and --passphrase-env");
    }
  }

  /** In the vendor's words, if there are any. */
  Optional<String> givenName() {
    return names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
  }

  /** In the vendor's words, or after the file of the key. */
  String name() {
    return givenName().orElseGet(this::usualName);
  }

  /** The id of the public key, or what stands for none. */
  String keyId() throws Refusal, ProtectionException {
    return recipients.isEmpty() ? NO_KEY : recipient().id();
  }

  private String usualName() {
    if (recipients.isEmpty()) {
      return "whoever knows the passphrase";
    }
    String name = String.valueOf(recipients.getLast().getFileName());
    return name.endsWith(PUBLIC) ? name.substring(0, name.length() - PUBLIC.length()) : name;
  }

  /** A grant whose key is wrapped for the recipient. */
  Grant grant(Use use) throws Exception {
    if (recipients.isEmpty()) {
      try (Passphrase passphrase = GivenFiles.passphrase(variables.getLast())) {
        return use.with(passphrase::wrap);
      }
    }
    Recipient recipient = recipient();
    return use.with(recipient::wrap);
  }

  private Recipient recipient() throws Refusal, ProtectionException {
    return GivenFiles.recipient(recipients.getLast());
  }
}
