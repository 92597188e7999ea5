// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.keys.SigningKey;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** An artifact that a signing key of a vendor's own ring signed. */
record OwnArtifact(KeyRing ring, Artifact artifact, KeyEntry.Signing signer) {

  /** The artifact in a folder. */
  static OwnArtifact open(Path folder, KeyRing ring) throws Exception {
    for (KeyEntry key : listing(ring).keys()) {
      if (key instanceof KeyEntry.Signing signing) {
        Optional<Artifact> signed = signed(folder, signing);
        if (signed.isPresent()) {
          return new OwnArtifact(ring, signed.get(), signing);
        }
      }
    }
    throw new Refusal(
        new Failure(
            folder.toString(),
            "No key of this ring signed the artifact.",
            "Name the ring of its vendor by --keys."));
  }

  private static Optional<Artifact> signed(Path folder, KeyEntry.Signing signing)
      throws Refusal, ProtectionException {
    VendorKey vendor = VendorKey.of(HexFormat.of().parseHex(signing.publicKey()));
    try {
      return Optional.of(GivenFiles.artifact(folder, vendor));
    } catch (ProtectionException.Foreign another) {
      return Optional.empty();
    }
  }

  private static KeyRing.Listing listing(KeyRing ring) throws Refusal, KeyRingException {
    try {
      return ring.listing();
    } catch (IOException e) {
      throw unread(e);
    }
  }

  private static Refusal unread(IOException cause) {
    return new Refusal(
        new Failure(
            "key ring", "It cannot be read: " + cause.getMessage() + ".", "Check the file."));
  }

  /** The signer, which is the caller's to close. */
  SigningKey openSigner() throws Refusal, KeyRingException {
    try {
      return ring.signer(signer.id());
    } catch (IOException e) {
      throw unread(e);
    }
  }

  /** The ring's attestor, which is made if there is none, and is the caller's to close. */
  AttestingKey openAttestor() throws Refusal, KeyRingException {
    try {
      return AttestingKey.of(ring);
    } catch (IOException e) {
      throw unread(e);
    }
  }

  /** The key of the highest tier in the artifact's generation. */
  TierKey top() throws Refusal, KeyRingException {
    return top(artifact.manifest().rings().generation());
  }

  /** The key of the highest tier in a generation. */
  TierKey top(int generation) throws Refusal, KeyRingException {
    Manifest manifest = artifact.manifest();
    try {
      return ring.tierKey(manifest.artifact(), generation, manifest.highest());
    } catch (IOException e) {
      throw unread(e);
    }
  }

  /** The last generation of which the ring has a key. */
  int newest() throws Refusal, KeyRingException {
    return listing(ring).keys().stream()
        .filter(key -> key.id().equals(artifact.manifest().artifact()))
        .mapToInt(KeyEntry::generation)
        .max()
        .orElse(0);
  }

  /** Puts a new key, of the generation after the last one, into the ring. */
  void addGeneration() throws Refusal, KeyRingException {
    try {
      ring.newMaster(artifact.manifest().artifact());
    } catch (IOException e) {
      throw unread(e);
    }
  }
}
