// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a model says of the types of its values, each in the graph where it stands. */
public final class ValueTypes {
  private final Map<Scope, Map<String, ValueType>> values = new HashMap<>();
  private final Map<Scope, Map<String, Tensor>> tensors = new HashMap<>();

  ValueTypes(OnnxModel model) {
    for (Scope scope : Scope.of(model)) {
      Graph graph = scope.graph(model);
      Map<String, ValueType> types = new HashMap<>();
      Stream.of(graph.values(), graph.inputs(), graph.outputs())
          .flatMap(part -> part.stream())
          .filter(value -> !(value.type() instanceof ValueType.Unspecified))
          .forEach((Value value) -> types.put(value.name(), value.type()));
      Map<String, Tensor> given = new HashMap<>();
      graph.initializers().forEach(tensor -> given.put(tensor.name(), tensor));
      values.put(scope, types);
      tensors.put(scope, given);
    }
  }

  /** The tensor that a name means in a graph, which may stand in a graph around it. */
  public Optional<Tensor> tensor(Scope scope, String name) {
    return find(tensors, scope, name);
  }

  /** The type of a value as text, as far as the model tells. */
  public Optional<String> text(Scope scope, String name) {
    return tensor(scope, name)
        .map(ValueTypes::text)
        .or(() -> find(values, scope, name).map(ValueType::toString));
  }

  /** The type and shape of a tensor, as in {@code float32 [16x3x3x3]}. */
  public static String text(Tensor tensor) {
    return tensor.type() + " [" + Burden.shape(tensor) + "]";
  }

  private static <T> Optional<T> find(Map<Scope, Map<String, T>> all, Scope scope, String name) {
    Scope at = scope;
    while (!in(all, at).containsKey(name) && !at.isMain()) {
      at = at.outer();
    }
    return Optional.ofNullable(in(all, at).get(name));
  }

  private static <T> Map<String, T> in(Map<Scope, Map<String, T>> all, Scope scope) {
    return Optional.ofNullable(all.get(scope)).orElseGet(Map::of);
  }
}
