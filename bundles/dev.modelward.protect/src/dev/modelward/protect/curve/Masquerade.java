// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.variants.Variant;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Pen;
import dev.modelward.protect.decoy.Blending;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.ScoredLayer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes variants of a model in which decoys stand for some blocks. */
final class Masquerade {
  private final List<Part> parts;

  private Masquerade(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A layer that decoys can be written into. */
  private record Part(LayerBlocks blocks, Blending decoys, Pen pen) {
    void write(ByteBuffer numbers, long[] chosen, long seed) {
      for (long block : chosen) {
        float[] decoy = decoys.draw(SplitMix64.of(seed, block));
        long[] elements = blocks.tiling().elements(block);
        for (int tap = 0; tap < decoy.length; tap++) {
          pen.write(numbers, elements[tap], decoy[tap]);
        }
      }
    }
  }

  /** For the layers of a map, which must be those of the model. */
  static Masquerade of(OnnxModel model, ImportanceMap map) throws IOException, MapException {
    Map<String, LayerBlocks> known = new HashMap<>();
    for (LayerBlocks blocks : Blocks.of(model).layers()) {
      known.put(blocks.name(), blocks);
    }
    List<Part> parts = new ArrayList<>();
    for (ScoredLayer layer : map.layers()) {
      LayerBlocks blocks =
          Optional.ofNullable(known.get(layer.weight()))
              .filter(found -> found.tiling().equals(layer.tiling()))
              .orElseThrow(() ->
                  new MapException(
                      "the importance map",
                      "blocks of the model's layers",
                      "others in " + layer.name() + " " + layer.tiling().dims()));
      parts.add(new Part(blocks, Blending.of(blocks), Pen.of(blocks)));
    }
    return new Masquerade(parts);
  }

  /** The weights that may be written over. */
  Set<String> weights() {
    return parts.stream().map(part -> part.blocks().name()).collect(Collectors.toSet());
  }

  /** Decoys in all chosen blocks; a block's decoy depends on the seed and the block alone. */
  Variant variant(Choice choice, long seed) {
    Variant variant = Variant.none();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      long[] chosen = choice.of(i);
      if (chosen.length > 0) {
        long layer = SplitMix64.of(seed, i).nextLong();
        variant = variant.with(part.blocks().name(), to -> part.write(to, chosen, layer));
      }
    }
    return variant;
  }
}
