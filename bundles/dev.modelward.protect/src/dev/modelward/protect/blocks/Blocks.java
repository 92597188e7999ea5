// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Layers;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** The blocks of some layers of a model, and the number of all its weights. */
public record Blocks(List<LayerBlocks> layers, long parameters) {

  /** Keeps its own copy. */
  public Blocks {
    layers = List.copyOf(layers);
  }

  /** The blocks of all layers that have any; a weight that several layers share counts once. */
  public static Blocks of(OnnxModel model) throws IOException {
    return new Blocks(new Cutter(model).cut(), Layers.parameters(Layers.of(model)));
  }

  /** The blocks of some of the layers. */
  public Blocks only(Predicate<LayerBlocks> chosen) {
    return new Blocks(layers.stream().filter(chosen).toList(), parameters);
  }

  /** The number of blocks. */
  public long count() {
    return layers.stream().mapToLong(LayerBlocks::count).sum();
  }

  /** The number of weights in the blocks. */
  public long weights() {
    return layers.stream().mapToLong(LayerBlocks::weights).sum();
  }
}
