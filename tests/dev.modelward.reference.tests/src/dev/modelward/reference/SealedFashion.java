// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.provenance.AttestorKey;
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
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A model of other people of which every third block is sealed, and who vouches for it. */
record SealedFashion(Artifact artifact, AttestorKey attestor) {

  /** Seals the model of a file into a folder in another one. */
  static SealedFashion of(Path file, Path folder) throws Exception {
    OnnxModel model = Blocks.inInitializers(OnnxModel.open(file));
    List<SealedLayer> layers = new ArrayList<>();
    for (LayerBlocks blocks : Blocks.of(model).layers()) {
      long[] every = LongStream.range(0, blocks.count()).filter(block -> block % 3 == 0).toArray();
      layers.add(new SealedLayer(blocks, List.of(every)));
    }
    List<TierView> tiers =
        List.of(new TierView("public", List.of(), 0), new TierView("full", List.of(), 0));
    Blueprint blueprint = new Blueprint(model, layers, Decoy.usual(), tiers, Map.of());
    try (TierKey key = TierKey.random("00112233445566778899aabbccddeeff", 1);
        AttestingKey attestor = AttestingKey.generate()) {
      Artifact artifact =
          new Sealer(new InsecureVendor(1), attestor, new Workers(2))
              .seal(blueprint, key, folder.resolve("fashion.protected"), Progress.NONE);
      return new SealedFashion(artifact, attestor.key());
    }
  }
}
