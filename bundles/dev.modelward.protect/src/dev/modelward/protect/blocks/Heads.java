// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.graph.WeightPath;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Attention heads, known by what happens to the outputs of a matrix product: they are reshaped so
 * that the last direction counts the outputs of one head, and transposed so that heads come first.
 */
record Heads(WeightPath.Place place) {
  private static final Set<String> BETWEEN = Set.of("Add", "Reshape", "Split", "Slice", "Cast");

  /** The number of outputs of one head; 1 where there are no heads. */
  long outputs(Node product, long all) throws IOException {
    Optional<Node> at = Optional.of(product);
    Set<Node> seen = new HashSet<>();
    long found = 1;
    // a damaged model may go round in a circle
    while (at.isPresent() && seen.add(at.get())) {
      Optional<Node> next = reader(at.get());
      if (found > 1 && next.filter(node -> node.is("Transpose")).isPresent()) {
        return found;
      }
      OptionalLong last = next.isPresent() ? reshaped(next.get()) : OptionalLong.empty();
      if (last.isPresent()) {
        found = isPart(last.getAsLong(), all) ? last.getAsLong() : 1;
      }
      at = next.filter(node -> node.domain().isEmpty() && BETWEEN.contains(node.operator()));
    }
    return 1;
  }

  private static boolean isPart(long outputs, long all) {
    return outputs > 0 && outputs < all && all % outputs == 0;
  }

  /** The only reader of a node's first output. */
  private Optional<Node> reader(Node node) {
    List<Integer> readers =
        node.outputs().isEmpty() ? List.of() : place.wiring().consumers(node.outputs().getFirst());
    return readers.size() == 1
        ? Optional.of(place.graph().nodes().get(readers.getFirst()))
        : Optional.empty();
  }

  /** The last size that a node reshapes to, as far as the model gives it. */
  private OptionalLong reshaped(Node node) throws IOException {
    if (!node.is("Reshape") || node.inputs().size() < 2) {
      return OptionalLong.empty();
    }
    String sizes = node.inputs().get(1);
    Optional<Node> joined =
        place
            .wiring()
            .producer(sizes)
            .map(place.graph().nodes()::get)
            .filter(made -> made.is("Concat") && !made.inputs().isEmpty());
    String last = joined.map(made -> made.inputs().getLast()).orElse(sizes);
    Optional<Weight> given =
        WeightPath.to(last, place).map(WeightPath::weight).filter(Heads::isList);
    return given.isPresent() ? OptionalLong.of(lastOf(given.get())) : OptionalLong.empty();
  }

  private static boolean isList(Weight weight) {
    return weight.tensor().type().isNumber() && weight.tensor().elements() > 0;
  }

  private static long lastOf(Weight weight) throws IOException {
    return weight.tensor().numbers().integerAt(weight.tensor().elements() - 1);
  }
}
