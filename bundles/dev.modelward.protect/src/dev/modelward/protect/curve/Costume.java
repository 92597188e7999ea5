// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import dev.modelward.learn.variants.Variant;
import dev.modelward.protect.decoy.Disguise;
import dev.modelward.protect.importance.Choice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
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

  /** For each of so many seeds, the decoys of some of the blocks. */
  public List<Variant> variants(Choice worn, int seeds) {
    List<Variant> variants = new ArrayList<>(Collections.nCopies(seeds, Variant.none()));
    parts.forEach((layer, part) -> {
      long[] blocks = worn.of(layer);
      for (int seed = 0; seed < seeds && blocks.length > 0; seed++) {
        Disguise seeded = part.seeded(layer, seed);
        variants.set(seed, variants.get(seed).with(part.blocks().name(), writing(seeded, blocks)));
      }
    });
    return variants;
  }

  private static Consumer<ByteBuffer> writing(Disguise part, long... blocks) {
    return to -> part.write(to, LongStream.of(blocks));
  }
}
