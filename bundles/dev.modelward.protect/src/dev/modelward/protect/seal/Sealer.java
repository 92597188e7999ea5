// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.learn.progress.Progress;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.RingContext;
import dev.modelward.runtime.artifact.Rings;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.runtime.sign.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes artifacts that a vendor signs, on some threads. */
public record Sealer(Signer signer, Workers workers) {
  private static final int FIRST = 1;

  /**
   * Makes the artifact of a blueprint in a folder, whose rings open with the key of its highest
   * tier; an artifact that was there stays until the new one is whole.
   */
  public Artifact seal(Blueprint blueprint, TierKey top, Path folder, Progress progress)
      throws IOException, ProtectionException, SealException {
    if (top.tier() != blueprint.rings()) {
      throw new IllegalArgumentException("expected the key of the highest tier, found " + top);
    }
    Slots slots = Slots.of(blueprint);
    try (WholeFolder whole = WholeFolder.begin(folder)) {
      Manifest core =
          new PublicFiles(whole, workers).write(blueprint, slots, top.artifact(), progress);
      RingContext context = new RingContext(top.artifact(), core.core(), FIRST);
      Rings rings = new RingWriter(slots.slots(), context).write(whole.file(Names.RINGS), top);
      progress.checkCancelled();
      Files.write(whole.file(Names.MANIFEST), core.with(rings).seal(signer));
      whole.place();
    }
    return Artifact.open(folder, signer.key());
  }
}
