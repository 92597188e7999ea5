// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.keys.Secret;
import dev.modelward.protect.seal.Blueprint;
import dev.modelward.protect.seal.SealException;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** Seals drafts under new keys that a ring keeps. */
public record Sealing(KeyRing ring, Sealer sealer) {
  private static final int ID = 16;

  /** The key of a tier of an artifact, from a ring that has its master key. */
  public static TierKey key(KeyRing ring, KeyEntry.Master entry, int tier)
      throws IOException, KeyRingException {
    try (Secret secret = ring.master(entry.artifact(), entry.generation())) {
      byte[] bytes = secret.bytes();
      try {
        return TierKey.of(entry.artifact(), tier, bytes);
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    }
  }

  /** Seals a draft into a folder; its key is in the ring before the folder is in its place. */
  public Artifact seal(Draft draft, Path folder, Progress progress)
      throws IOException, ProtectionException, SealException, KeyRingException, MapException {
    Blueprint blueprint = draft.blueprint();
    byte[] id = new byte[ID];
    new SecureRandom().nextBytes(id);
    KeyEntry.Master entry = ring.newMaster(HexFormat.of().formatHex(id));
    boolean isSealed = false;
    try (TierKey top = key(ring, entry, draft.placement().rings().size())) {
      Artifact artifact = sealer.seal(blueprint, top, folder, progress);
      isSealed = true;
      return artifact;
    } finally {
      if (!isSealed) {
        ring.remove(entry);
      }
    }
  }
}
