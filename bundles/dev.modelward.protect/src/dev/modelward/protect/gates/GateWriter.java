// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.gates;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.importance.Criterion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes gates into a model, between weights and those who read them. */
final class GateWriter {
  private static final String PREFIX = "modelward.gates/";

  /** How far the logarithm of the odds may go, as in the published program. */
  private static final double FURTHEST = StrictMath.log(100);

  private final GraphEdit edit;
  private final Criterion.ProbabilisticSelection how;
  private int made;

  private GateWriter(GraphEdit edit, Criterion.ProbabilisticSelection how) {
    this.edit = edit;
    this.how = how;
  }

  /** The model with some gates. */
  static OnnxModel write(OnnxModel model, List<Gate> gates, Criterion.ProbabilisticSelection how) {
    Graph graph = model.graph();
    GateWriter writer = new GateWriter(graph.edit(), how);
    Map<String, String> gated = new HashMap<>();
    for (Gate gate : gates) {
      writer.write(gate);
      gated.put(gate.blocks().value(), gate.gated());
    }
    for (int i = 0; i < graph.nodes().size(); i++) {
      Node node = graph.nodes().get(i);
      if (node.inputs().stream().anyMatch(gated::containsKey)) {
        List<String> inputs =
            node.inputs().stream().map(input -> gated.getOrDefault(input, input)).toList();
        writer.edit.replaceNode(i, node.reading(inputs));
      }
    }
    return model.with(writer.edit.apply());
  }

  private void write(Gate gate) {
    float[] started = new float[Math.toIntExact(gate.blocks().count())];
    Arrays.fill(started, (float) how.start());
    edit.add(Tensor.ofFloats(gate.odds(), gate.dims(), started));
    String odds = node("Clip", gate.odds(), number(-FURTHEST), number(FURTHEST));
    String between = node("Sigmoid", stirred(gate, odds));
    String wide = node("Mul", between, number(Gate.HIGH - Gate.LOW));
    String stretched = node("Add", wide, number(Gate.LOW));
    multiply(gate, node("Clip", stretched, number(0), number(1)));
    String chances = node("Sigmoid", node("Sub", odds, number(Gate.THRESHOLD)));
    edit.add(
        Node.of("ReduceSum", List.of(chances), List.of(gate.odds() + "/open"))
            .with(Attribute.of("keepdims", 0)));
    put("Mul", gate.penalty(), gate.odds() + "/open", number(how.penalty()));
  }

  private String stirred(Gate gate, String odds) {
    return switch (how.gates()) {
      case STOCHASTIC -> {
        long[] dims = gate.dims().stream().mapToLong(Long::longValue).toArray();
        ValueType type = new ValueType.OfTensor(ElementType.FLOAT32, Shape.of(dims));
        edit.addInput(new Value(gate.noise(), type));
        yield node("Div", node("Add", odds, gate.noise()), number(Gate.HEAT));
      }
      case DETERMINISTIC -> odds;
    };
  }

  private void multiply(Gate gate, String opening) {
    String weight = gate.blocks().value();
    List<Long> whole = gate.blocks().tiling().dims();
    if (gate.weightPieces().equals(whole)) {
      put("Mul", gate.gated(), opening, weight);
    } else {
      String pieces = node("Reshape", weight, sizes(gate.weightPieces()));
      put("Reshape", gate.gated(), node("Mul", opening, pieces), sizes(whole));
    }
  }

  private String number(double value) {
    String name = PREFIX + made++;
    edit.add(Tensor.ofFloats(name, List.of(), (float) value));
    return name;
  }

  private String sizes(List<Long> sizes) {
    String name = PREFIX + made++;
    long[] numbers = sizes.stream().mapToLong(Long::longValue).toArray();
    edit.add(Tensor.ofLongs(name, List.of((long) numbers.length), numbers));
    return name;
  }

  private String node(String operator, String... inputs) {
    String name = PREFIX + made++;
    put(operator, name, inputs);
    return name;
  }

  private void put(String operator, String output, String... inputs) {
    edit.add(Node.of(operator, List.of(inputs), List.of(output)));
  }
}
