// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.testkit.Models;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {
  private static final Scope THEN = Scope.MAIN.into(new Scope.Step(2, "then_branch"));
  private static final Scope ELSE = Scope.MAIN.into(new Scope.Step(2, "else_branch"));

  @Test
  void listsOuterGraphsBeforeInnerOnes() {
    assertEquals(List.of(Scope.MAIN, THEN, ELSE), Scope.of(Models.withSubgraph()));
    assertEquals(List.of(Scope.MAIN), Scope.of(Models.smallCnn()));
    assertEquals(2, Scope.of(nested()).getLast().steps().size());
  }

  private static OnnxModel nested() {
    Graph loop = Models.withLoop().graph();
    return Models.withSubgraph()
        .with(
            Models.withSubgraph()
                .graph()
                .edit()
                .add(Node.of("Custom", List.of(), List.of("custom")).with(Attribute.of("g", loop)))
                .apply());
  }

  @Test
  void saysTheWayAsPeopleReadIt() {
    assertEquals("", Scope.MAIN.toString());
    assertEquals("2:then_branch", THEN.toString());
    assertEquals("2:then_branch/0:body", THEN.into(new Scope.Step(0, "body")).toString());
    assertEquals(THEN, THEN.into(new Scope.Step(0, "body")).outer());
    assertTrue(THEN.outer().isMain() && Scope.MAIN.outer().isMain());
  }

  @Test
  void findsTheGraphAtTheEndOfTheWay() {
    assertEquals("positive", THEN.graph(Models.withSubgraph()).name());
    assertEquals("negative", ELSE.graph(Models.withSubgraph()).name());
    assertEquals("withSubgraph", Scope.MAIN.graph(Models.withSubgraph()).name());
  }

  @Test
  void refusesAWayThatDoesNotExist() {
    OnnxModel model = Models.withSubgraph();
    Scope noAttribute = Scope.MAIN.into(new Scope.Step(2, "none"));
    Scope noGraph = Scope.MAIN.into(new Scope.Step(0, "keepdims"));
    assertThrows(IllegalArgumentException.class, () -> noAttribute.graph(model));
    assertThrows(IllegalArgumentException.class, () -> noGraph.graph(model));
  }

  @Test
  void everyGraphPutBackInItsPlaceChangesNothing() {
    OnnxModel model = nested();
    Scope.graphs(model)
        .forEach((scope, graph) -> {
          assertTrue(scope.replace(model, graph).message().sameAs(model.message()));
          assertTrue(scope.graph(model).message().sameAs(graph.message()));
        });
  }

  @Test
  void anEditDeepInsideShowsInTheModelAndNotInTheOldOne() {
    OnnxModel model = nested();
    Scope deepest = Scope.of(model).getLast();
    Graph graph = deepest.graph(model);
    Node renamed = graph.nodes().getFirst().named("a much longer name than before");
    OnnxModel changed = deepest.replace(model, graph.edit().replaceNode(0, renamed).apply());
    assertEquals(
        "a much longer name than before", deepest.graph(changed).nodes().getFirst().name());
    assertNotSame(model, changed);
    OnnxModel back =
        deepest.replace(
            changed,
            deepest.graph(changed).edit().replaceNode(0, graph.nodes().getFirst()).apply());
    assertTrue(back.message().sameAs(model.message()));
  }
}
