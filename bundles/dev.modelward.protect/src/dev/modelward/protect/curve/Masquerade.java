// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import dev.modelward.learn.variants.Variant;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Concealment;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.decoy.Disguise;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.ScoredLayer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Makes variants of a model in which decoys stand for some blocks. */
public final class Masquerade {
  private final Decoy kind;
  private final OnnxModel model;
  private final List<LayerBlocks> parts;

  private Masquerade(Decoy kind, OnnxModel model, List<LayerBlocks> parts) {
    this.kind = kind;
    this.model = model;
    this.parts = List.copyOf(parts);
  }

  /** With the usual decoys. */
  static Masquerade of(OnnxModel model, ImportanceMap map) throws IOException, MapException {
    return of(model, map, Decoy.usual());
  }

  /** For the layers of a map, which must be those of the model, with decoys of a kind. */
  public static Masquerade of(OnnxModel model, ImportanceMap map, Decoy kind)
      throws IOException, MapException {
    OnnxModel prepared = Blocks.inInitializers(model);
    Map<String, LayerBlocks> known = new HashMap<>();
    for (LayerBlocks blocks : Blocks.of(prepared).layers()) {
      // a name may mean something else in an inner graph, where no variant can write
      if (blocks.weight().site().scope().isMain()) {
        known.put(blocks.name(), blocks);
      }
    }
    List<LayerBlocks> parts = new ArrayList<>();
    for (ScoredLayer layer : map.layers()) {
      LayerBlocks blocks =
          Optional.ofNullable(known.get(layer.weight()))
              .filter(found -> found.tiling().equals(layer.tiling()))
              .orElseThrow(() ->
                  new MapException(
                      "the importance map",
                      "blocks of weights of the model's main graph",
                      "others in " + layer.name() + " " + layer.tiling().dims()));
      parts.add(blocks);
    }
    return new Masquerade(kind, prepared, parts);
  }

  /** The model that variants are of. */
  public OnnxModel model() {
    return model;
  }

  /** The blocks of the map's layers, in its order. */
  public List<LayerBlocks> layers() {
    return parts;
  }

  /** The weights that may be written over. */
  public Set<String> weights() {
    return parts.stream().map(LayerBlocks::name).collect(Collectors.toSet());
  }

  /** For each of so many seeds, decoys in all chosen blocks. */
  List<Variant> variants(Choice choice, int seeds) throws IOException {
    return costume(choice).variants(choice, seeds);
  }

  /** Decoys for all blocks of a choice, which know the other blocks only. */
  public Costume costume(Choice choice) throws IOException {
    Map<Integer, Disguise> disguises = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      long[] chosen = choice.of(i);
      if (chosen.length > 0) {
        disguises.put(i, disguise(i, chosen));
      }
    }
    return new Costume(disguises);
  }

  private Disguise disguise(int layer, long... chosen) throws IOException {
    BitSet hidden = new BitSet();
    LongStream.of(chosen).forEach(block -> hidden.set(Math.toIntExact(block)));
    Concealment concealment =
        Concealment.of(kind, parts.get(layer), block -> hidden.get((int) block));
    return Disguise.of(concealment, layer, 0);
  }
}
