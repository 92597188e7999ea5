// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.Blueprint;
import dev.modelward.protect.seal.SealedLayer;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An artifact of a small network, with the key of its highest tier. */
record Build(Artifact artifact, TierKey top) {
  static final InsecureVendor VENDOR = new InsecureVendor(3);
  private static final AttestingKey ATTESTOR = AttestingKey.generate();
  private static final List<String> NAMES = List.of("public", "basic", "full");

  /** Seals the same blocks of each layer: those of each ring from the first. */
  static Build of(Path folder, Map<String, String> provenance, long[]... rings) throws Exception {
    OnnxModel model = Network.of(1, 1, 8, 8).conv(16, 3, 1).relu().flatten().dense(10).model();
    List<SealedLayer> layers = new ArrayList<>();
    for (LayerBlocks blocks : Blocks.of(model).layers()) {
      layers.add(new SealedLayer(blocks, Arrays.asList(rings)));
    }
    List<TierView> tiers = NAMES.stream().map(name -> new TierView(name, List.of(), 0)).toList();
    TierKey top = TierKey.random("%032x".formatted(folder.hashCode()), 2);
    Blueprint blueprint = new Blueprint(model, layers, Decoy.usual(), tiers, provenance);
    return new Build(sealer().seal(blueprint, top, folder, Progress.NONE), top);
  }

  static Sealer sealer() {
    return new Sealer(VENDOR, ATTESTOR, new Workers(1));
  }

  /** What somebody sees who has the key of a tier, or none for the public one. */
  Side side(int tier) throws Exception {
    if (tier == 0) {
      return new Side(artifact.manifest(), Locations.none());
    }
    try (TierKey key = top.of(tier)) {
      return new Side(artifact.manifest(), Locations.of(artifact, key));
    }
  }
}
