// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import dev.modelward.learn.variants.Variant;
import dev.modelward.protect.decoy.Disguise;
import dev.modelward.protect.importance.Choice;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Decoys for the blocks of a choice. A block's decoy is the same whichever others are worn, as in
 * an artifact of which more and more blocks are opened.
 */
public final class Costume {
  private final Map<Integer, Disguise> parts;

  /** The disguises of layers by their index, of those that have chosen blocks. */
  Costume(Map<Integer, Disguise> parts) {
    this.parts = new TreeMap<>(parts);
  }

  /** For each of so many seeds, from 0 on, the decoys of some of the blocks. */
  public List<Variant> variants(Choice worn, int seeds) {
    return variants(worn, LongStream.range(0, seeds));
  }

  /** For each of some seeds, the decoys of some of the blocks. */
  public List<Variant> variants(Choice worn, LongStream seeds) {
    return seeds.mapToObj(seed -> variant(worn, seed)).toList();
  }

  private Variant variant(Choice worn, long seed) {
    Variant variant = Variant.none();
    for (Map.Entry<Integer, Disguise> part : parts.entrySet()) {
      int layer = part.getKey();
      long[] blocks = worn.of(layer);
      if (blocks.length > 0) {
        Disguise seeded = part.getValue().seeded(layer, seed);
        variant = variant.with(seeded.blocks().name(), writing(seeded, blocks));
      }
    }
    return variant;
  }

  private static Consumer<ByteBuffer> writing(Disguise part, long... blocks) {
    return to -> part.write(to, LongStream.of(blocks));
  }
}
