// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import dev.modelward.testkit.Models;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeightPathTest {
  private static Draft draft() {
    return new Draft("paths").input("x", 4, 4).tensor(new Dice(1).floats("w", 1, 4, 4));
  }

  private static WeightPath.Place place(OnnxModel model, Scope scope) {
    return new WeightPath.Place(
        Weights.of(model), scope, scope.graph(model), Wiring.of(scope.graph(model)));
  }

  private static Optional<WeightPath> path(OnnxModel model, String value) {
    return WeightPath.to(value, place(model, Scope.MAIN));
  }

  private static List<String> operators(WeightPath path) {
    return path.nodes().stream().map(Node::operator).toList();
  }

  @Test
  void aWeightItselfIsAWayWithoutNodes() {
    WeightPath path = path(draft().output("w", 4, 4).model(), "w").orElseThrow();
    assertEquals("w", path.weight().name());
    assertEquals(List.of(), path.nodes());
  }

  @Test
  void nodesAreToldInTheOrderInWhichTheyHandTheWeightOn() {
    OnnxModel model =
        draft()
            .node("Cast w -> a", Attribute.of("to", 1))
            .node("Transpose a -> b")
            .node("Identity b -> c")
            .output("c", 4, 4)
            .model();
    WeightPath path = path(model, "c").orElseThrow();
    assertEquals("w", path.weight().name());
    assertEquals(List.of("Cast", "Transpose", "Identity"), operators(path));
    assertEquals(List.of("Cast"), operators(path(model, "a").orElseThrow()));
  }

  @Test
  void theWayLeadsThroughTheFirstInput() {
    OnnxModel model = Models.quantizedConv();
    WeightPath path = path(model, "w").orElseThrow();
    assertEquals("w.q", path.weight().name());
    assertEquals(List.of("DequantizeLinear"), operators(path));
  }

  @Test
  void aConstantIsAWeight() {
    WeightPath path = path(Models.constantWeights(), "w").orElseThrow();
    assertEquals(new Weight.Site.Constant(Scope.MAIN, 0), path.weight().site());
    assertEquals(List.of(), path.nodes());
  }

  @Test
  void whatIsComputedOrGivenToTheModelIsNoWeight() {
    OnnxModel model =
        draft().node("Relu w -> r").node("Identity r -> y").node("Identity x -> z").model();
    assertEquals(Optional.empty(), path(model, "y"));
    assertEquals(Optional.empty(), path(model, "z"));
    assertEquals(Optional.empty(), path(model, "x"));
    assertEquals(Optional.empty(), path(model, "nothing"));
  }

  @Test
  void anOperatorOfAnotherDomainDoesNotHandWeightsOn() {
    OnnxModel model = draft().node("Identity w -> y").output("y", 4, 4).model();
    Node other = model.graph().nodes().getFirst().inDomain("else.where");
    OnnxModel changed = model.with(model.graph().edit().replaceNode(0, other).apply());
    assertEquals(Optional.empty(), path(changed, "y"));
  }

  @Test
  void valuesThatGoRoundInACircleAreNoWeight() {
    OnnxModel model =
        draft().node("Identity b -> a").node("Identity a -> b").output("b", 4, 4).model();
    assertEquals(Optional.empty(), path(model, "b"));
  }

  @Test
  void aNodeThatReadsNothingEndsTheWay() {
    OnnxModel model = draft().node("Identity -> y").output("y", 4, 4).model();
    assertEquals(Optional.empty(), path(model, "y"));
  }

  @Test
  void anInnerGraphFindsTheWeightsAroundIt() {
    OnnxModel model = Models.withSubgraph();
    Scope branch = Scope.of(model).get(1);
    WeightPath.Place place = place(model, branch);
    assertEquals(Scope.MAIN, WeightPath.to("outer", place).orElseThrow().weight().site().scope());
    assertEquals(branch, WeightPath.to("inner", place).orElseThrow().weight().site().scope());
    assertEquals(Optional.empty(), path(model, "inner"));
  }
}
