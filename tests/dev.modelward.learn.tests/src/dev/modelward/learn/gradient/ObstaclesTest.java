// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stops gradients is told beforehand, and again when they are asked for. */
class ObstaclesTest {
  private static final String FOREIGN = "com.microsoft";

  private static OnnxModel model(List<Tensor> tensors, Node... nodes) {
    GraphEdit edit = Graph.named("obstacles").edit();
    edit.addInput(value("x", new Shape.Unranked()));
    tensors.forEach(edit::add);
    for (Node node : nodes) {
      edit.add(node);
    }
    edit.addOutput(new Value("y", new ValueType.Unspecified()));
    return OnnxModel.of(8, List.of(new Opset("", 16), new Opset(FOREIGN, 1)), edit.apply());
  }

  private static Value value(String name, Shape shape) {
    return new Value(name, new ValueType.OfTensor(ElementType.FLOAT32, shape));
  }

  private static Node node(String operator, String in, String out) {
    return Node.of(operator, List.of(in.split(" ")), List.of(out)).named(out + "Node");
  }

  private static List<Obstacle> obstacles(OnnxModel model, String wanted) throws Exception {
    Observation seen =
        Observation.of(model, Map.of("x", NativeTensor.of(List.of(2L, 3L), 1, 2, 3, 4, 5, 6)));
    Loss loss = new Loss.Itself("y");
    List<Obstacle> obstacles = Gradient.obstacles(model, loss, List.of(wanted), seen);
    if (obstacles.isEmpty()) {
      Gradient.of(model, loss, List.of(wanted), seen);
    } else {
      UnsupportedNodeException refusal =
          assertThrows(
              UnsupportedNodeException.class,
              () -> Gradient.of(model, loss, List.of(wanted), seen));
      assertEquals(obstacles.get(0), refusal.obstacle());
    }
    return obstacles;
  }

  @Test
  void namesANodeOfAForeignDomainWithItsVersion() throws Exception {
    OnnxModel model =
        model(
            List.of(),
            node("Exp", "x", "a"),
            node("FastGelu", "a", "b").inDomain(FOREIGN),
            node("Relu", "b", "y"));
    assertEquals(List.of(new Obstacle("bNode", "FastGelu", FOREIGN, 1)), obstacles(model, "x"));
    assertEquals(List.of(), obstacles(model, "b"));
  }

  @Test
  void namesEveryNodeOnTheWay() throws Exception {
    OnnxModel model =
        model(
            List.of(),
            node("Floor", "x", "a"),
            node("Neg", "a", "b"),
            node("Round", "b", "y"),
            node("Ceil", "x", "aside"));
    assertEquals(
        List.of(new Obstacle("yNode", "Round", "", 16), new Obstacle("aNode", "Floor", "", 16)),
        obstacles(model, "x"));
  }

  @Test
  void namesABranchThatReadsAWeightFromOutside() throws Exception {
    Node inside = Node.of("Mul", List.of("x", "w"), List.of("inner"));
    Graph branch =
        Graph.named("branch")
            .edit()
            .add(inside)
            .addOutput(value("inner", new Shape.Unranked()))
            .apply();
    Tensor truth = Tensor.of("truth", ElementType.BOOL, List.of(), Bytes.of(new byte[] {1}));
    Node choice =
        node("If", "truth", "y")
            .with(Attribute.of("then_branch", branch))
            .with(Attribute.of("else_branch", branch));
    OnnxModel model = model(List.of(truth, Tensor.ofFloats("w", List.of(), 2)), choice);
    assertEquals(List.of(new Obstacle("yNode", "If", "", 16)), obstacles(model, "w"));
  }

  @Test
  void namesWhatQuantizes() throws Exception {
    OnnxModel model =
        model(
            List.of(Tensor.ofFloats("scale", List.of(), 0.5f)),
            node("QuantizeLinear", "x scale", "q"),
            node("DequantizeLinear", "q scale", "y"));
    assertEquals(
        List.of("DequantizeLinear", "QuantizeLinear"),
        obstacles(model, "x").stream().map(Obstacle::operator).toList());
  }

  @Test
  void refusesAFloatThatARuleDoesNotSpeakOf() throws Exception {
    OnnxModel model =
        model(
            List.of(
                Tensor.ofLongs("pads", List.of(4L), 1, 0, 0, 1),
                Tensor.ofFloats("room", List.of(), 3)),
            node("Pad", "x pads room", "y"));
    assertEquals(List.of(new Obstacle("yNode", "Pad", "", 16)), obstacles(model, "room"));
    assertEquals(List.of(), obstacles(model, "x"));
  }

  @Test
  void refusesADropoutThatDrawsChances() throws Exception {
    Tensor training = Tensor.of("training", ElementType.BOOL, List.of(), Bytes.of(new byte[] {1}));
    OnnxModel model =
        model(
            List.of(training, Tensor.ofFloats("ratio", List.of(), 0.5f)),
            node("Dropout", "x ratio training", "y"));
    assertEquals(List.of(new Obstacle("yNode", "Dropout", "", 16)), obstacles(model, "x"));
  }
}
