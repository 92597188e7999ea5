// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.graph.WeightPath;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sizes that nodes give a weight without moving a number of it. */
record Reshaping(WeightPath.Place place) {

  /** The sizes behind a node of those before it, if the model tells them. */
  Optional<List<Long>> sizes(Node node, List<Long> dims) throws IOException {
    long all = dims.stream().reduce(1L, Math::multiplyExact);
    return switch (node.operator()) {
      case "Reshape" -> given(node, "shape").map(target -> reshaped(target, dims, all));
      case "Squeeze" -> given(node, "axes").map(axes -> squeezed(axes, dims));
      case "Unsqueeze" -> given(node, "axes").map(axes -> unsqueezed(axes, dims));
      case "Flatten" -> {
        int axis = index(node.integer("axis", 1), dims.size());
        long rows = dims.subList(0, axis).stream().reduce(1L, Math::multiplyExact);
        yield Optional.of(List.of(rows, all / rows));
      }
      default -> Optional.of(dims);
    };
  }

  /** What a node is told by its second input, or by an attribute in older versions. */
  private Optional<List<Long>> given(Node node, String attribute) throws IOException {
    if (node.inputs().size() < 2 || node.inputs().get(1).isEmpty()) {
      return Optional.of(node.integers(attribute));
    }
    Optional<WeightPath> path = WeightPath.to(node.inputs().get(1), place);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Tensor tensor = path.get().weight().tensor();
    List<Long> numbers = new ArrayList<>();
    for (long i = 0; i < tensor.elements(); i++) {
      numbers.add(tensor.numbers().integerAt(i));
    }
    return Optional.of(numbers);
  }

  private static int index(long axis, int rank) {
    return Math.toIntExact(axis < 0 ? axis + rank : axis);
  }

  private static List<Long> reshaped(List<Long> target, List<Long> dims, long all) {
    List<Long> sizes = new ArrayList<>();
    long known = 1;
    for (int i = 0; i < target.size(); i++) {
      long size = target.get(i) == 0 && i < dims.size() ? dims.get(i) : target.get(i);
      sizes.add(size);
      known *= size < 0 ? 1 : size;
    }
    long rest = known == 0 ? 0 : all / known;
    return sizes.stream().map(size -> size < 0 ? rest : size).toList();
  }

  private static List<Long> squeezed(List<Long> axes, List<Long> dims) {
    List<Integer> gone = axes.stream().map(axis -> index(axis, dims.size())).toList();
    List<Long> left = new ArrayList<>();
    for (int i = 0; i < dims.size(); i++) {
      boolean stays = axes.isEmpty() ? dims.get(i) != 1 : !gone.contains(i);
      if (stays) {
        left.add(dims.get(i));
      }
    }
    return left;
  }

  private static List<Long> unsqueezed(List<Long> axes, List<Long> dims) {
    int rank = dims.size() + axes.size();
    List<Integer> added = axes.stream().map(axis -> index(axis, rank)).sorted().toList();
    List<Long> sizes = new ArrayList<>(dims);
    added.forEach(axis -> sizes.add(axis, 1L));
    return sizes;
  }
}
