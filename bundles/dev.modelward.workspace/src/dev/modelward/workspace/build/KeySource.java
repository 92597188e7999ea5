// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.protect.fault.Fault;
import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.keys.Protector;
import dev.modelward.workspace.Complaint;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.osgi.util.NLS;

/**
 * Where the keys of a project's builds come from: from the environment, else from the project's
 * settings, whose paths begin at the project's folder, or in the user's home. Nobody is ever asked.
 */
public record KeySource(
    Path folder, ProjectSettings settings, Function<String, Optional<String>> environment) {
  /** The variable that names the key ring. */
  public static final String RING = "MODELWARD_KEYS";

  /** The variable that names the key file. */
  public static final String FILE = "MODELWARD_KEY_FILE";

  /** The variable that names the variable with the key. */
  public static final String VARIABLE = "MODELWARD_KEY_ENV";

  /** What a path in the user's home begins with, so that settings mean the same to everybody. */
  public static final String HOME = "~/";

  /** The signing key that builds are signed with, by what the ring says openly. */
  public KeyEntry.Signing signer() throws KeyMissingException {
    Path ring = ring();
    try {
      return KeyRing.look(ring)
          .signing()
          .orElseThrow(() ->
              new KeyMissingException(
                  new Complaint(
                      Messages.noSigner_what, ring.toString(), Messages.noSigner_advice)));
    } catch (KeyRingException e) {
      throw missing(e);
    } catch (IOException e) {
      throw unreadable(ring, e);
    }
  }

  /** The ring, opened. */
  public KeyRing open() throws KeyMissingException {
    Path ring = ring();
    Protector protector = protector();
    try {
      return KeyRing.open(ring, protector);
    } catch (KeyRingException e) {
      throw missing(e);
    } catch (IOException e) {
      throw unreadable(ring, e);
    }
  }

  private static KeyMissingException missing(KeyRingException cause) {
    Fault fault = Fault.of(cause).orElseThrow();
    return new KeyMissingException(new Complaint(fault.what(), fault.where(), fault.remedy()));
  }

  private static KeyMissingException unreadable(Path ring, IOException cause) {
    String what = NLS.bind(Messages.ringUnreadable_what, cause.getMessage());
    return new KeyMissingException(new Complaint(what, ring.toString(), Messages.noRing_advice));
  }

  private Path ring() throws KeyMissingException {
    Optional<String> ring = told(RING, settings.keyRing());
    if (ring.isEmpty()) {
      throw new KeyMissingException(
          new Complaint(Messages.ringUntold_what, RING, Messages.ringUntold_advice));
    }
    return path(ring.get());
  }

  private Protector protector() throws KeyMissingException {
    Optional<String> file = told(FILE, settings.keyFile());
    Optional<String> variable = told(VARIABLE, settings.keyVariable());
    if (file.isPresent()) {
      return new Protector.KeyFile(path(file.get()));
    }
    if (variable.isEmpty()) {
      throw new KeyMissingException(
          new Complaint(
              Messages.openerUntold_what, FILE + ", " + VARIABLE, Messages.openerUntold_advice));
    }
    try {
      return new Protector.Variable(variable.get(), environment);
    } catch (IllegalArgumentException e) {
      throw new KeyMissingException(
          new Complaint(
              NLS.bind(Messages.variable_what, e.getMessage()),
              VARIABLE,
              Messages.variable_advice));
    }
  }

  private Optional<String> told(String variable, Optional<String> setting) {
    return environment.apply(variable).filter(text -> !text.isBlank()).or(() -> setting);
  }

  private Path path(String text) throws KeyMissingException {
    try {
      return text.startsWith(HOME)
          ? Path.of(System.getProperty("user.home")).resolve(text.substring(HOME.length()))
          : folder.resolve(text);
    } catch (InvalidPathException e) {
      throw new KeyMissingException(
          new Complaint(Messages.noPath_what, text, Messages.noPath_advice));
    }
  }
}
