// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Layers;
import dev.modelward.onnx.graph.Weight;
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

  /** A model whose blocks all lie in initializers, as far as they lie in its main graph. */
  public static OnnxModel inInitializers(OnnxModel model) throws IOException {
    GraphEdit edit = model.graph().edit();
    boolean isChanged = false;
    for (LayerBlocks layer : of(model).layers()) {
      if (layer.weight().site() instanceof Weight.Site.Constant constant
          && constant.scope().isMain()) {
        edit.removeNode(constant.node()).add(layer.weight().tensor().withName(layer.name()));
        isChanged = true;
      }
    }
    return isChanged ? model.with(edit.apply()) : model;
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
