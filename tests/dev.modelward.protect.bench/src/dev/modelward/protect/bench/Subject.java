// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.bench;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.seal.Blueprint;
import dev.modelward.protect.seal.SealedLayer;
import dev.modelward.runtime.artifact.TierView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A model of which a share of the blocks of one kind is sealed, in two rings. */
record Subject(Path file, BlockKind kind, double share) {

  Blueprint blueprint() throws IOException {
    OnnxModel model = Blocks.inInitializers(OnnxModel.open(file));
    List<SealedLayer> layers = new ArrayList<>();
    for (LayerBlocks blocks : Blocks.of(model).only(each -> each.kind() == kind).layers()) {
      layers.add(new SealedLayer(blocks, rings(blocks.count())));
    }
    List<TierView> tiers =
        List.of(
            new TierView("public", List.of(), 0),
            new TierView("partner", List.of(), 0),
            new TierView("full", List.of(), 0));
    return new Blueprint(model, layers, Decoy.usual(), tiers, Map.of("tool", "benchmark"));
  }

  /** Which blocks are sealed does not matter here, only how many and that they lie apart. */
  private List<long[]> rings(long count) {
    Random random = new Random(count);
    BitSet chosen = new BitSet();
    long wanted = Math.max(2, Math.round(share * count));
    while (chosen.cardinality() < wanted) {
      for (long missing = wanted - chosen.cardinality(); missing > 0; missing--) {
        chosen.set(random.nextInt((int) count));
      }
    }
    long[] all = chosen.stream().asLongStream().toArray();
    long[] first = Arrays.copyOf(all, all.length / 2);
    return List.of(first, Arrays.copyOfRange(all, first.length, all.length));
  }
}
