// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.provenance.Attestor;
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
import java.nio.file.Path;

/** Makes artifacts that a vendor signs and vouches for, on some threads. */
public record Sealer(Signer signer, Attestor attestor, Workers workers) {
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
      Rings rings =
          new RingWriter(new RingMessages(slots.slots()), context)
              .write(whole.file(Names.RINGS), top);
      progress.checkCancelled();
      new Papers(whole, signer, attestor).write(core.with(rings), progress);
      whole.place();
      progress.done(1);
    }
    return Artifact.open(folder, signer.key());
  }

  /**
   * Seals the rings of an artifact anew, which then open with another key only; the public model
   * stays as it is. Who holds grants needs new ones.
   */
  public Artifact rekey(Artifact artifact, TierKey old, TierKey top)
      throws IOException, ProtectionException {
    Manifest manifest = artifact.manifest();
    if (top.tier() != manifest.highest() || !top.artifact().equals(manifest.artifact())) {
      throw new IllegalArgumentException("expected a key of the highest tier, found " + top);
    }
    artifact.verify(workers.threads());
    int next = Math.addExact(manifest.rings().generation(), 1);
    RingContext context = new RingContext(manifest.artifact(), manifest.core(), next);
    Path folder = artifact.folder();
    try (WholeFolder whole = WholeFolder.begin(folder)) {
      whole.take(folder.resolve(Names.MODEL));
      if (manifest.files().hasData()) {
        whole.take(folder.resolve(Names.DATA));
      }
      RingWriter.Messages messages = (ring, to) -> artifact.copyRing(old, ring, to);
      Rings rings = new RingWriter(messages, context).write(whole.file(Names.RINGS), top);
      new Papers(whole, signer, attestor).write(manifest.with(rings), Progress.NONE);
      whole.place();
    }
    return Artifact.open(folder, signer.key());
  }
}
