// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.graph.Weight;

/**
 * A stored weight of a layer, cut into blocks. The stored numbers become those that the layer
 * computes with by a scaling, and are then the graph's value of a name; an axis counts the outputs.
 */
public record LayerBlocks(
    Layer layer,
    Weight weight,
    BlockKind kind,
    Tiling tiling,
    int axis,
    Scaling scaling,
    String value) {

  /** The name of the stored weight. */
  public String name() {
    return weight.name();
  }

  /** The number of blocks. */
  public long count() {
    return tiling.blocks();
  }

  /** The number of weights in all blocks. */
  public long weights() {
    return tiling.elements();
  }
}
