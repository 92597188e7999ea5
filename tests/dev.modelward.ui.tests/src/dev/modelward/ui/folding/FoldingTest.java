// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Edge;
import dev.modelward.ui.diagram.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldingTest {
  /** A chain of boxes, one for each title. */
  private static Diagram chain(String... titles) {
    List<Box> boxes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < titles.length; i++) {
      boxes.add(
          Box.of("n" + i, titles[i], List.of(), "Conv".equals(titles[i]) ? "layer" : "other"));
      if (i > 0) {
        edges.add(new Edge("n" + (i - 1), "n" + i, "v" + i));
      }
    }
    return new Diagram(boxes, edges);
  }

  private static Diagram threeBlocks() {
    return chain(
        "In", "Conv", "Norm", "Relu", "Conv", "Norm", "Relu", "Conv", "Norm", "Relu", "Out");
  }

  @Test
  void foldsABlockThatIsRepeatedIntoOneBox() {
    Diagram folded = Folding.of(threeBlocks()).visible();

    assertEquals(List.of("In", "Conv · Norm · Relu", "Out"), titles(folded));
    assertEquals(new Mark.Folded(3, 9), folded.box(1).mark());
    assertEquals(2, folded.edges().size());
  }

  @Test
  void leavesADiagramAloneInWhichNothingIsRepeated() {
    Diagram diagram = chain("In", "Conv", "Relu", "Pool", "Gemm", "Softmax", "Out");

    assertEquals(titles(diagram), titles(Folding.of(diagram).visible()));
  }

  @Test
  void doesNotFoldBlocksOfWhichNoneFeedsTheNext() {
    List<Box> boxes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      boxes.add(Box.of("a" + i, "A", List.of(), "other"));
      boxes.add(Box.of("b" + i, "B", List.of(), "other"));
      edges.add(new Edge("a" + i, "b" + i, ""));
    }

    assertEquals(8, Folding.of(new Diagram(boxes, edges)).visible().boxes().size());
  }

  @Test
  void cutsARepeatedBlockWhereALayerBegins() {
    Diagram diagram =
        chain("Relu", "Conv", "Norm", "Relu", "Conv", "Norm", "Relu", "Conv", "Norm", "Relu");

    assertTrue(titles(Folding.of(diagram).visible()).contains("Conv · Norm · Relu"));
  }

  @Test
  void unfoldsAndFoldsAgain() {
    Folding folding = Folding.of(threeBlocks());
    String fold = folding.visible().box(1).id();

    Folding open = folding.toggle(fold);
    assertEquals(11, open.visible().boxes().size());
    assertInstanceOf(Mark.Unfolded.class, open.visible().box(1).mark());
    assertEquals(3, open.toggle("n1").visible().boxes().size());
    assertSame(folding, folding.toggle("n0"));
  }

  @Test
  void showsEveryBoxExactlyOnceWhateverIsFolded() {
    Folding folding = Folding.of(threeBlocks());

    for (Folding each : List.of(folding, folding.unfoldAll(), folding.unfoldAll().foldAll())) {
      List<String> members = new ArrayList<>();
      each.visible().boxes().forEach(box -> members.addAll(each.members(box.id())));
      assertEquals(11, members.size());
      assertEquals(11, new HashSet<>(members).size());
      threeBlocks().boxes().forEach(box -> assertShown(each, box.id()));
    }
  }

  private static void assertShown(Folding folding, String id) {
    String shown = folding.visibleBox(id).orElseThrow();
    assertTrue(folding.visible().indexOf(shown).isPresent());
    assertTrue(folding.members(shown).contains(id));
  }

  @Test
  void revealsAHiddenBoxAndNothingElse() {
    Folding folding = Folding.of(threeBlocks());

    assertTrue(folding.reveal("n5").visible().indexOf("n5").isPresent());
    assertSame(folding, folding.reveal("n0"));
    assertTrue(folding.visibleBox("no such box").isEmpty());
  }

  @Test
  void foldsTheSameWayEveryTime() {
    assertEquals(
        Set.copyOf(titles(Folding.of(threeBlocks()).visible())),
        Set.copyOf(titles(Folding.of(threeBlocks()).visible())));
    assertEquals(
        Folding.of(threeBlocks()).visible().edges(), Folding.of(threeBlocks()).visible().edges());
  }

  @Test
  void foldsNothingOutOfNothing() {
    assertEquals(List.of(), Folding.of(new Diagram(List.of(), List.of())).visible().boxes());
  }

  private static List<String> titles(Diagram diagram) {
    return diagram.boxes().stream().map(Box::title).toList();
  }
}
