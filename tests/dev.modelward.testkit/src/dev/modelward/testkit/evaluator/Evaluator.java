// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.graph.Wiring;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs a graph of standard operators in 64-bit floats, with loops that are slow and plain. Every
 * floating type counts as 64 bits wide.
 */
public final class Evaluator {
  private final OnnxModel model;
  private final Map<String, Grid> given = new HashMap<>();
  private final List<Integer> order;

  /** An evaluator of a model's graph. */
  public Evaluator(OnnxModel model) throws IOException {
    this.model = model;
    this.order = order(model);
    for (Tensor tensor : model.graph().initializers()) {
      given.put(tensor.name(), grid(tensor));
    }
  }

  private static List<Integer> order(OnnxModel model) throws OnnxFormatException {
    return Wiring.of(model.graph()).order();
  }

  /** The numbers of a tensor. */
  public static Grid grid(Tensor tensor) throws IOException {
    double[] values = new double[Math.toIntExact(tensor.elements())];
    tensor.numbers().copyTo(values, 0);
    return Grid.of(tensor.dims(), values);
  }

  /** Every value of the graph for some inputs, which may stand for initializers too. */
  public Map<String, Grid> run(Map<String, Grid> inputs) {
    Map<String, Grid> values = new HashMap<>(given);
    values.putAll(inputs);
    for (int index : order) {
      Node node = model.graph().nodes().get(index);
      List<Grid> results = operator(node).apply(new Call(node, model.opset(), values));
      for (int i = 0; i < Math.min(results.size(), node.outputs().size()); i++) {
        values.put(node.outputs().get(i), results.get(i));
      }
    }
    return values;
  }

  private static Operator operator(Node node) {
    return Stream.of(
            Elementwise.ALL,
            Arithmetic.ALL,
            Products.ALL,
            Convolutions.ALL,
            Pools.ALL,
            Norms.ALL,
            Reductions.ALL,
            Forms.ALL,
            Parts.ALL,
            Resizing.ALL)
        .flatMap(
            (Map<String, Operator> all) -> Optional.ofNullable(all.get(node.operator())).stream())
        .filter(operator -> node.domain().isEmpty())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("expected a known operator, found " + node));
  }
}
