// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.graph.WeightPath;
import dev.modelward.onnx.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The inputs by which a node says what the steps of a quantized weight are. */
record Scales(Node node, int scale, int zero, WeightPath.Place place) {

  /**
   * The scaling of a weight in the view that the node has of it, in which one direction may have
   * scales of its own; nothing if it cannot be told. Where the scale is computed there is none.
   */
  Optional<Scaling> along(long axis, View view) {
    List<Tensor> scales = given(scale);
    if (scales.isEmpty()) {
      return Optional.of(new Scaling.None());
    }
    Tensor first = scales.getFirst();
    List<Tensor> zeros = given(zero);
    boolean isKnown =
        first.type().isNumber() && zeros.stream().allMatch(number -> fits(number, first));
    return isKnown
        ? pieces(first, axis, view).map(sizes -> new Scaling.Quantized(first, zeros, sizes))
        : Optional.empty();
  }

  private static boolean fits(Tensor zero, Tensor scale) {
    long count = zero.elements();
    return zero.type().isNumber() && (count == 1 || count == scale.elements());
  }

  private List<Tensor> given(int input) {
    boolean isThere = input < node.inputs().size() && !node.inputs().get(input).isEmpty();
    return isThere
        ? WeightPath.to(node.inputs().get(input), place).stream()
            .map(path -> path.weight().tensor())
            .toList()
        : List.of();
  }

  private Optional<List<Long>> pieces(Tensor scales, long axis, View view) {
    int rank = view.directions().size();
    long index = axis < 0 ? axis + rank : axis;
    if (scales.elements() == 1) {
      return Optional.of(view.stored());
    }
    if (index < 0 || index >= rank) {
      return Optional.empty();
    }
    if (scales.dims().size() == 1) {
      return along(view.directions().get((int) index), scales.elements(), view.stored());
    }
    return view.equals(View.of(view.stored())) && scales.dims().size() == rank
        ? piecewise(scales.dims(), (int) index, view.stored())
        : Optional.empty();
  }

  /** A scale for each step along some directions, which must lie in the order of the scales. */
  private static Optional<List<Long>> along(List<Integer> axes, long count, List<Long> dims) {
    List<Long> pieces = new ArrayList<>(dims);
    long steps = 1;
    for (int axis : axes) {
      steps *= dims.get(axis);
      pieces.set(axis, 1L);
    }
    boolean isInOrder = axes.equals(axes.stream().sorted().toList());
    return isInOrder && steps == count ? Optional.of(pieces) : Optional.empty();
  }

  /** Scales that lie like the weight: one for a whole direction, for a step, or for a piece. */
  private Optional<List<Long>> piecewise(List<Long> counts, int axis, List<Long> dims) {
    long piece = Math.max(1, node.integer("block_size", 1));
    List<Long> pieces = new ArrayList<>();
    for (int i = 0; i < dims.size(); i++) {
      boolean isOne = counts.get(i) == 1;
      pieces.add(isOne ? dims.get(i) : i == axis ? piece : 1L);
      if (Math.ceilDiv(dims.get(i), pieces.get(i)) != counts.get(i)) {
        return Optional.empty();
      }
    }
    return Optional.of(pieces);
  }
}
