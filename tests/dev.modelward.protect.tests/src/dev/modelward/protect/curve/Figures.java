// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import dev.modelward.learn.build.Network;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.protect.importance.ScoredLayer;
import dev.modelward.protect.importance.Scores;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Models of which curves are plotted, and maps that rank their blocks by chance. */
final class Figures {
  private Figures() {}

  static OnnxModel network() {
    return Network.of(5, 1, 28, 28).conv(4, 3, 2).batchNorm().relu().flatten().dense(10).model();
  }

  /** A map of all blocks of a model. */
  static ImportanceMap map(OnnxModel model) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    Blocks blocks = Blocks.of(model);
    List<ScoredLayer> layers = new ArrayList<>();
    for (LayerBlocks layer : blocks.layers()) {
      layers.add(ScoredLayer.of(layer, Scores.of(random.doubles(layer.count()).toArray())));
    }
    Provenance provenance =
        new Provenance(
            new Criterion.Random(1),
            "model",
            Provenance.NO_DATA,
            Provenance.Truth.NONE,
            "test",
            Instant.EPOCH,
            new Provenance.Cost(0, 1, 0));
    return new ImportanceMap(layers, blocks.parameters(), provenance, List.of());
  }
}
