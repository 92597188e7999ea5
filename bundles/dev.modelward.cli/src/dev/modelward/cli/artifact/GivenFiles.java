// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.runtime.wrap.Identity;
import dev.modelward.runtime.wrap.Opener;
import dev.modelward.runtime.wrap.Passphrase;
import dev.modelward.runtime.wrap.Recipient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Artifacts, grants and keys that the command line names. */
public final class GivenFiles {
  private static final int LONGEST = 1 << 20;

  private GivenFiles() {}

  /** The public key of a vendor. */
  public static VendorKey vendor(Path file) throws Refusal, ProtectionException {
    return VendorKey.parse(text(file));
  }

  /** The public key of a recipient. */
  public static Recipient recipient(Path file) throws Refusal, ProtectionException {
    return Recipient.parse(text(file));
  }

  /** A grant that a vendor signed. */
  public static Grant grant(Path file, VendorKey vendor) throws Refusal, ProtectionException {
    return Grant.read(bytes(file), vendor);
  }

  /** An artifact whose manifest a vendor signed. */
  public static Artifact artifact(Path folder, VendorKey vendor)
      throws Refusal, ProtectionException {
    try {
      return Artifact.open(folder, vendor);
    } catch (IOException e) {
      throw new Refusal(reading(folder, e));
    }
  }

  /** The identity of a recipient. */
  static Opener identity(Path file) throws Refusal, ProtectionException {
    byte[] line = bytes(file);
    try {
      return Identity.read(line);
    } finally {
      Arrays.fill(line, (byte) 0);
    }
  }

  /** The passphrase in an environment variable. */
  static Passphrase passphrase(String variable) throws Refusal {
    // what the environment holds is a text of the process, which nobody can erase
    char[] letters =
        Optional.ofNullable(System.getenv(variable))
            .orElseThrow(() -> wrong(variable, "There is no such variable."))
            .toCharArray();
    try {
      return Passphrase.of(letters);
    } catch (IllegalArgumentException e) {
      throw wrong(variable, "This is no passphrase.");
    } finally {
      Arrays.fill(letters, '\0');
    }
  }

  private static Refusal wrong(String variable, String what) {
    return new Refusal(
        new Failure("environment variable " + variable, what, "Set it to the passphrase."));
  }

  /** What went wrong while files of an artifact were read. */
  public static Failure reading(Path folder, IOException cause) {
    return new Failure(
        folder.toString(),
        "The artifact cannot be read: " + cause.getMessage() + ".",
        "Check the folder and its permissions.");
  }

  private static String text(Path file) throws Refusal {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) throws Refusal {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LONGEST);
    } catch (IOException e) {
      throw new Refusal(Failure.reading(file, e));
    }
  }
}
