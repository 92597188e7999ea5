// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.WholeFile;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.grant.Terms;
import dev.modelward.runtime.sign.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Issues grants of artifacts whose master keys a ring has, each in a file that is always whole. */
public record Granting(KeyRing ring, Signer signer) {
  /** The folder of an artifact's grants, beside it, is named like it with this ending. */
  public static final String FOLDER = ".grants";

  /** Grants each of the addressees a tier, in files of a folder; older ones are replaced. */
  public List<Issued> issue(List<Addressee> addressees, Artifact artifact, Path folder)
      throws IOException, ProtectionException, KeyRingException {
    List<Issued> all = new ArrayList<>();
    for (Addressee addressee : addressees) {
      Subject subject = Subject.of(artifact, tier(artifact.manifest(), addressee.tier()));
      Terms terms = Terms.of(subject, addressee.name(), addressee.term(), false);
      Grant grant = grant(artifact, terms, Map.of(), addressee);
      all.add(write(grant, addressee.file(folder)));
    }
    return all;
  }

  /** A grant of an artifact under terms, for a device of certain facts if the terms need any. */
  public Grant grant(
      Artifact artifact, Terms terms, Map<String, String> facts, Grant.Wrapping wrapping)
      throws IOException, ProtectionException, KeyRingException {
    Manifest manifest = artifact.manifest();
    int generation = manifest.rings().generation();
    try (TierKey top = ring.tierKey(manifest.artifact(), generation, manifest.highest());
        TierKey key = top.of(terms.subject().tier())) {
      return Grant.of(terms, key, facts, wrapping);
    }
  }

  /** Signs a grant and writes it; whoever looks finds the older file or this one, never a part. */
  public Issued write(Grant grant, Path file) throws IOException {
    WholeFile.write(file, Bytes.of(grant.seal(signer))::writeTo);
    return new Issued(file, grant);
  }

  private static int tier(Manifest manifest, String name) {
    return manifest.tiers().stream().map(TierView::name).toList().indexOf(name);
  }
}
