// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.seal.Blueprint;
import dev.modelward.protect.seal.SealException;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Seals drafts under new keys that a ring keeps. */
public record Sealing(KeyRing ring, Sealer sealer) {
  private static final int ID = 16;

  /** Seals a draft into a folder; its key is in the ring before the folder is in its place. */
  public Artifact seal(Draft draft, Path folder, Progress progress)
      throws IOException, ProtectionException, SealException, KeyRingException, MapException {
    Blueprint blueprint = draft.blueprint();
    byte[] id = new byte[ID];
    new SecureRandom().nextBytes(id);
    KeyEntry.Master entry = ring.newMaster(HexFormat.of().formatHex(id));
    boolean isSealed = false;
    int highest = draft.placement().rings().size();
    try (TierKey top = ring.tierKey(entry.artifact(), entry.generation(), highest)) {
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
