// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.protect.fault.ProtectionFault;
import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.workspace.Complaint;
import dev.modelward.workspace.problem.Kind;
import dev.modelward.workspace.problem.Place;
import dev.modelward.workspace.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** What is wrong with artifacts that are there. */
final class Artifacts {
  private Artifacts() {}

  /** That an artifact is not what its plan would make now, if there is one. */
  static Optional<Problem> stale(Path folder) {
    Path manifest = folder.resolve(Names.MANIFEST);
    return Files.exists(manifest)
        ? Optional.of(
            new Problem(
                Kind.STALE_ARTIFACT,
                Place.of(manifest),
                new Complaint(Messages.stale_what, folder.toString(), Messages.stale_advice)))
        : Optional.empty();
  }

  /** That an artifact is not what a key signed, if it is not. */
  static Optional<Problem> tampered(Path folder, KeyEntry.Signing key) throws IOException {
    VendorKey vendor = VendorKey.of(HexFormat.of().parseHex(key.publicKey()));
    try {
      Artifact.open(folder, vendor).verify(Runtime.getRuntime().availableProcessors());
      return Optional.empty();
    } catch (ProtectionException e) {
      Path manifest = folder.resolve(Names.MANIFEST);
      Complaint complaint =
          new Complaint(ProtectionFault.of(e).what(), folder.toString(), Messages.tampered_advice);
      return Optional.of(
          new Problem(
              Kind.ARTIFACT_TAMPERED,
              Place.of(Files.exists(manifest) ? manifest : folder),
              complaint));
    }
  }
}
