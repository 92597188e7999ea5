// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.graph.WeightPath;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What nodes make of the directions of a weight without changing a number of it. */
record Reshaping(WeightPath.Place place) {

  /** The view of a weight behind a node, if the model tells it. */
  Optional<View> behind(Node node, View view) throws IOException {
    List<Long> dims = view.dims();
    return switch (node.operator()) {
      case "Transpose" -> view.transposed(node.integers("perm"));
      case "Reshape" ->
          given(node, "shape").map(target -> reshaped(target, dims)).flatMap(view::reshaped);
      case "Squeeze" ->
          given(node, "axes").flatMap(axes -> squeezed(axes, dims)).flatMap(view::reshaped);
      case "Unsqueeze" ->
          given(node, "axes").flatMap(axes -> unsqueezed(axes, dims)).flatMap(view::reshaped);
      case "Flatten" -> flattened(node.integer("axis", 1), dims).flatMap(view::reshaped);
      default -> Optional.of(view);
    };
  }

  /** What a node is told by its second input, or by an attribute in older versions. */
  private Optional<List<Long>> given(Node node, String attribute) throws IOException {
    if (node.inputs().size() < 2 || node.inputs().get(1).isEmpty()) {
      return Optional.of(node.integers(attribute));
    }
    Optional<Tensor> tensor =
        WeightPath.to(node.inputs().get(1), place)
            .map(path -> path.weight().tensor())
            .filter(given -> given.type().isNumber());
    return tensor.isEmpty() ? Optional.empty() : Optional.of(integers(tensor.get()));
  }

  private static List<Long> integers(Tensor tensor) throws IOException {
    List<Long> integers = new ArrayList<>();
    for (long i = 0; i < tensor.elements(); i++) {
      integers.add(tensor.numbers().integerAt(i));
    }
    return integers;
  }

  /** The directions that are meant by some axes; nothing if there are no such, or one twice. */
  private static Optional<List<Integer>> directions(List<Long> axes, int rank) {
    List<Long> found = axes.stream().map(axis -> axis < 0 ? axis + rank : axis).sorted().toList();
    boolean isRight =
        found.stream().allMatch(axis -> axis >= 0 && axis < rank)
            && found.stream().distinct().count() == found.size();
    return isRight ? Optional.of(found.stream().map(Long::intValue).toList()) : Optional.empty();
  }

  private static Optional<List<Long>> flattened(long axis, List<Long> dims) {
    long at = axis < 0 ? axis + dims.size() : axis;
    if (at < 0 || at > dims.size()) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(product(dims.subList(0, (int) at)), product(dims.subList((int) at, dims.size()))));
  }

  private static long product(List<Long> sizes) {
    return sizes.stream().reduce(1L, Math::multiplyExact);
  }

  private static List<Long> reshaped(List<Long> target, List<Long> dims) {
    List<Long> sizes = new ArrayList<>();
    long known = 1;
    for (int i = 0; i < target.size(); i++) {
      long size = target.get(i) == 0 && i < dims.size() ? dims.get(i) : target.get(i);
      sizes.add(size);
      known *= size < 0 ? 1 : size;
    }
    long rest = known == 0 ? 0 : product(dims) / known;
    return sizes.stream().map(size -> size < 0 ? rest : size).toList();
  }

  private static Optional<List<Long>> squeezed(List<Long> axes, List<Long> dims) {
    if (axes.isEmpty()) {
      return Optional.of(dims.stream().filter(size -> size != 1).toList());
    }
    return directions(axes, dims.size())
        .map(gone ->
            IntStream.range(0, dims.size())
                .filter(i -> !gone.contains(i))
                .mapToObj(dims::get)
                .toList());
  }

  private static Optional<List<Long>> unsqueezed(List<Long> axes, List<Long> dims) {
    List<Long> sizes = new ArrayList<>(dims);
    Optional<List<Integer>> added = directions(axes, dims.size() + axes.size());
    added.ifPresent(found -> found.forEach(axis -> sizes.add(axis, 1L)));
    return added.map(found -> sizes);
  }
}
