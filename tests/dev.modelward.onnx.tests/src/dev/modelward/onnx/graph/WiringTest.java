// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.testkit.Models;
import dev.modelward.testkit.Nets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WiringTest {
  private static Graph graph(String... edges) {
    var edit = Graph.named("g").edit();
    for (String edge : edges) {
      String[] ends = edge.split(">");
      edit.add(Node.of("Sum", List.of(ends[0].split(",")), List.of(ends[1].split(","))));
    }
    return edit.apply();
  }

  @Test
  void knowsWhoProducesAndWhoConsumes() {
    Wiring wiring = Wiring.of(graph("x>a", "a>b,c", "a,b>d", "c,c,x>e"));
    assertEquals(Optional.of(1), wiring.producer("c"));
    assertEquals(Optional.empty(), wiring.producer("x"));
    assertEquals(Optional.empty(), wiring.producer(""));
    assertEquals(List.of(1, 2), wiring.consumers("a"));
    assertEquals(List.of(3), wiring.consumers("c"), "once, although it is read twice");
    assertEquals(List.of(0, 3), wiring.consumers("x"));
    assertEquals(List.of(), wiring.consumers("d"));
    assertEquals(List.of(0, 1), wiring.predecessors(2));
    assertEquals(List.of(1), wiring.predecessors(3));
    assertEquals(List.of(), wiring.predecessors(0));
  }

  @Test
  void keepsTheOrderOfASortedFile() throws OnnxFormatException {
    Wiring wiring = Wiring.of(graph("x>a", "y>b", "b>c", "a>d"));
    assertTrue(wiring.isSorted());
    assertEquals(List.of(0, 1, 2, 3), wiring.order());
  }

  @Test
  void sortsAnUnsortedFileAndMovesNoMoreThanItMust() throws OnnxFormatException {
    Wiring wiring = Wiring.of(graph("b>c", "x>a", "a>b", "x>z"));
    assertFalse(wiring.isSorted());
    assertEquals(List.of(1, 2, 0, 3), wiring.order());
    assertEquals(List.of(2, 1, 0), Wiring.of(Models.unsorted().graph()).order());
  }

  @Test
  void refusesNodesThatWaitForEachOther() {
    Wiring wiring = Wiring.of(graph("x>a", "a,d>b", "b>c", "c>d"));
    assertFalse(wiring.isSorted());
    OnnxFormatException e = assertThrows(OnnxFormatException.class, wiring::order);
    assertEquals("a circle around Sum b", e.found());
    Wiring self = Wiring.of(graph("x,a>a"));
    assertFalse(self.isSorted());
    assertThrows(OnnxFormatException.class, self::order);
  }

  @Test
  void aNodeReadsWhatItsInnerGraphsTakeFromOutside() {
    Graph graph = Models.withSubgraph().graph();
    Wiring wiring = Wiring.of(graph);
    assertEquals(List.of(2), wiring.consumers("outer"));
    assertEquals(List.of(0, 2), wiring.consumers("x"));
    assertEquals(List.of(), wiring.consumers("inner"), "stands in the branch itself");
    assertEquals(List.of(), wiring.consumers("p"));
    assertEquals(List.of(1), wiring.predecessors(2));
  }

  @Test
  void theInputsOfALoopsBodyAreItsOwn() {
    Wiring wiring = Wiring.of(Models.withLoop().graph());
    for (String inner : List.of("before", "go", "step", "after", "round", "on")) {
      assertEquals(List.of(), wiring.consumers(inner));
    }
    assertEquals(List.of(0), wiring.consumers("rounds"));
  }

  @Test
  void knowsWhatLeavesTheGraph() {
    Wiring wiring = Wiring.of(Models.twoLayerMlp().graph());
    assertTrue(wiring.isOutput("y"));
    assertFalse(wiring.isOutput("h"));
  }

  @Test
  @Timeout(10)
  void ordersLargeGraphs() throws OnnxFormatException {
    for (Graph graph : List.of(Nets.wide(8000).graph(), Nets.chain(20_000).graph())) {
      int nodes = graph.nodes().size();
      assertEquals(IntStream.range(0, nodes).boxed().toList(), Wiring.of(graph).order());
    }
  }
}
