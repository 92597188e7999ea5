// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Tiling;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Restored;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.testkit.StrictProgress;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A model of which about half of the blocks are sealed, by lot, in two rings. */
record SealedModel(OnnxModel model, List<SealedLayer> layers, Artifact artifact) {
  static final String ID = "0123456789abcdef0123456789abcdef";
  static final InsecureVendor VENDOR = new InsecureVendor(3);
  static final AttestingKey ATTESTOR = AttestingKey.generate();
  static final int RINGS = 2;

  /** Seals a model into a folder. */
  static SealedModel of(OnnxModel given, Path folder) throws Exception {
    OnnxModel model = Blocks.inInitializers(given);
    List<SealedLayer> layers = layers(model, 1);
    try (TierKey top = key(RINGS);
        StrictProgress progress = new StrictProgress()) {
      Artifact artifact =
          new Sealer(VENDOR, ATTESTOR, new Workers(2))
              .seal(blueprint(model, layers), top, folder, progress);
      return new SealedModel(model, layers, artifact);
    }
  }

  static Blueprint blueprint(OnnxModel model, List<SealedLayer> layers) {
    List<TierView> tiers =
        List.of(
            new TierView("public", List.of(), 2),
            new TierView("basic", List.of(), 1),
            new TierView("full", List.of(), 0));
    return new Blueprint(model, layers, Decoy.usual(), tiers, Map.of("test", "yes"));
  }

  /** Blocks of those layers that lie in the main graph. */
  static List<SealedLayer> layers(OnnxModel model, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<SealedLayer> layers = new ArrayList<>();
    for (LayerBlocks blocks : Blocks.of(model).layers()) {
      if (blocks.weight().site() instanceof Weight.Site.Initializer site && site.scope().isMain()) {
        layers.add(drawn(blocks, random));
      }
    }
    return layers;
  }

  private static SealedLayer drawn(LayerBlocks blocks, SplittableRandom random) {
    List<List<Long>> rings = List.of(new ArrayList<>(), new ArrayList<>());
    for (long block = 0; block < blocks.count(); block++) {
      int lot = block == 0 ? 0 : random.nextInt(4);
      if (lot < RINGS) {
        rings.get(lot).add(block);
      }
    }
    return new SealedLayer(
        blocks,
        rings.stream().map(ring -> ring.stream().mapToLong(Long::longValue).toArray()).toList());
  }

  /** The key of a tier. */
  static TierKey key(int tier) {
    byte[] bytes = new byte[TierKey.LENGTH];
    new SplittableRandom(5).nextBytes(bytes);
    try (TierKey top = TierKey.of(ID, RINGS, bytes)) {
      return top.of(tier);
    }
  }

  Optional<SealedLayer> layer(String name) {
    return layers.stream().filter(layer -> layer.blocks().name().equals(name)).findFirst();
  }

  /** The bytes that a tensor had before it was sealed. */
  byte[] original(String name) throws IOException {
    return model.graph().initializer(name).orElseThrow().raw().toArray();
  }

  /** The bytes of a tensor as a tier must have it, taken element by element. */
  byte[] expected(String name, int tier) throws IOException {
    byte[] bytes = visible(name);
    byte[] original = original(name);
    SealedLayer layer = layer(name).orElseThrow();
    Tiling tiling = layer.blocks().tiling();
    int each = original.length / (int) tiling.elements();
    for (int ring = 1; ring <= tier; ring++) {
      for (long block : layer.ring(ring)) {
        for (long element : tiling.elements(block)) {
          System.arraycopy(original, (int) element * each, bytes, (int) element * each, each);
        }
      }
    }
    return bytes;
  }

  /** The bytes of a tensor in the public model. */
  byte[] visible(String name) throws IOException {
    OnnxModel open = OnnxModel.open(artifact.model());
    return open.graph().initializer(name).orElseThrow().raw().toArray();
  }

  /** The bytes of all tensors of which a tier restores something, by their names. */
  Map<String, byte[]> restored(int tier) throws Exception {
    Map<String, byte[]> found = new TreeMap<>();
    try (TierKey key = key(tier);
        Restored restored = artifact.restore(key, 2)) {
      for (Map.Entry<Integer, ByteBuffer> each : restored.tensors().entrySet()) {
        byte[] bytes = new byte[each.getValue().capacity()];
        each.getValue().get(0, bytes);
        Tensor tensor = artifact.manifest().tensors().get(each.getKey());
        found.put(tensor.name(), bytes);
      }
    }
    return found;
  }
}
