// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.testkit.Models;
import dev.modelward.testkit.Nets;
import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.bot.EventLoopWatch;
import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.editor.ModelEditor;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.model.NodeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowPageTest {
  private final Bot bot = new Bot();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void closeEditors() {
    bot.close();
  }

  private ModelEditor open(OnnxModel model) throws IOException {
    Path file = folder.resolve("model.onnx");
    model.write(file);
    return bot.openAndRead(file);
  }

  private void look(ModelEditor editor) {
    editor.showInGraph();
    bot.until("the graph is drawn", () -> !editor.graph().isBusy());
    bot.rest(100);
  }

  private static String selected(ModelEditor editor) {
    return editor.graph().canvas().selection().map(Box::id).orElse("nothing");
  }

  @Test
  void selectsTheBoxOfTheSelectedRow() throws IOException {
    ModelEditor editor = open(Models.smallCnn());
    editor.layers().reveal(new Element.AtNode(Scope.MAIN, 6));

    look(editor);

    assertEquals("node:6", selected(editor));
  }

  @Test
  void selectsTheRowOfTheSelectedBox() throws IOException {
    ModelEditor editor = open(Models.smallCnn());
    look(editor);

    editor.graph().canvas().setFocus();
    Event end = new Event();
    end.keyCode = SWT.HOME;
    editor.graph().canvas().notifyListeners(SWT.KeyDown, end);
    Event down = new Event();
    down.keyCode = SWT.ARROW_DOWN;
    editor.graph().canvas().notifyListeners(SWT.KeyDown, down);

    assertEquals(0, editor.layers().table().getSelectionIndex());
  }

  @Test
  void jumpsToTheRowWhenABoxIsOpened() throws IOException {
    ModelEditor editor = open(Models.smallCnn());
    editor.layers().reveal(new Element.AtNode(Scope.MAIN, 8));
    look(editor);

    Event enter = new Event();
    enter.keyCode = SWT.CR;
    editor.graph().canvas().notifyListeners(SWT.KeyDown, enter);

    bot.until("the table is seen", editor.layers().table()::isVisible);
    assertEquals(8, editor.layers().table().getSelectionIndex());
  }

  @Test
  void goesIntoInnerGraphsAndOut() throws IOException, CommandException {
    ModelEditor editor = open(Models.withLoop());
    NodeRow inner =
        editor.content().orElseThrow().rows().stream()
            .filter(row -> !row.graph().isEmpty())
            .findFirst()
            .orElseThrow();
    Scope scope = inner.place().scope();
    editor.layers().reveal(InnerGraphs.owner(scope));
    look(editor);
    Bot.page().activate(editor);

    run(editor, "dev.modelward.ui.enterGraph");
    bot.until("the inner graph is drawn", () -> !editor.graph().isBusy());
    assertEquals(scope, editor.graph().scope());

    run(editor, "dev.modelward.ui.leaveGraph");
    bot.until("the graph is drawn", () -> !editor.graph().isBusy());
    assertEquals(Scope.MAIN, editor.graph().scope());
    assertEquals("node:" + scope.steps().get(0).node(), selected(editor));
  }

  private void run(ModelEditor editor, String command) throws CommandException {
    bot.rest(50);
    editor.getSite().getService(IHandlerService.class).executeCommand(command, null);
  }

  @Test
  void drawsTheGraphInWhichASelectedNodeStands() throws IOException {
    ModelEditor editor = open(Models.withSubgraph());
    look(editor);
    ModelContent content = editor.content().orElseThrow();
    Element inner =
        content.rows().stream()
            .filter(row -> !row.graph().isEmpty() && !row.operator().equals("Constant"))
            .map(NodeRow::place)
            .findFirst()
            .orElseThrow();

    editor.selection().select(List.of(inner), nobody -> {});
    bot.until("the inner graph is drawn", () -> !editor.graph().isBusy());

    assertEquals(InnerGraphs.around(inner).orElseThrow(), editor.graph().scope());
    assertEquals(ModelDiagram.box(inner).orElseThrow(), selected(editor));
  }

  @Test
  void unfoldsWhatHidesANodeToShowIt() throws IOException {
    ModelEditor editor = open(Nets.wide(200));
    editor.layers().reveal(new Element.AtNode(Scope.MAIN, 100));

    look(editor);
    bot.until("the box is selected", () -> selected(editor).equals("node:100"));
  }

  @Test
  void writesPictures() throws IOException {
    ModelEditor editor = open(Models.smallCnn());
    look(editor);
    Path svg = folder.resolve("graph.svg");
    Path png = folder.resolve("graph.png");

    new Export(editor.graph().canvas().picture().whole()).write(svg);
    new Export(editor.graph().canvas().picture().whole()).write(png);

    bot.until("both are written", () -> Files.exists(svg) && Files.exists(png));
    bot.until("both are whole", () -> isIdle());
    assertTrue(Files.readString(svg).contains("GlobalAveragePool"));
    assertTrue(Files.size(png) > 1000);
  }

  private static boolean isIdle() {
    return java.util.Arrays.stream(Job.getJobManager().find(null))
        .noneMatch(job -> job.getName().equals(Messages.export_job));
  }

  /** A machine that does other things as well may stop us for a while: the best of three counts. */
  @Test
  void staysAliveWhileItLaysOutEightThousandNodes() throws IOException {
    List<LargeGraph> rounds = new ArrayList<>();
    do {
      rounds.add(layOut(open(Nets.wide(8000))));
      bot.close();
    } while (rounds.size() < 3 && !rounds.getLast().isGood());

    Files.writeString(
        Path.of(System.getProperty("modelward.screenshots", "target/screenshots"))
            .resolveSibling("large-graph.txt"),
        rounds.toString());
    assertTrue(rounds.getLast().isGood(), rounds::toString);
  }

  /** What it took to lay a large graph out, in milliseconds. */
  private record LargeGraph(
      long folded, long whole, long blocked, long blockedByTheClock, String where) {
    boolean isGood() {
      return whole < 10_000 && blocked <= 100;
    }
  }

  private LargeGraph layOut(ModelEditor editor) {
    bot.rest(500);
    try (EventLoopWatch watch = new EventLoopWatch();
        Bot eye = new Bot(watch)) {
      watch.measure(editor::showInGraph);
      long folded = eye.time(() -> !editor.graph().isBusy());
      eye.rest(300);
      watch.measure(() -> editor.graph().unfoldAll());
      long whole = eye.time(() -> !editor.graph().isBusy());
      eye.rest(300);
      watch.measure(() -> editor.graph().canvas().zoomToFit());
      eye.rest(500);
      return new LargeGraph(
          folded, whole, watch.longestMillis(), watch.longestMillisByTheClock(), watch.seen());
    }
  }

  @Test
  void givesALayoutUpWhenToldTo() throws IOException {
    ModelEditor editor = open(Nets.wide(3000));
    editor.showInGraph();
    for (Job job : Job.getJobManager().find(null)) {
      if (job instanceof LayoutJob) {
        job.cancel();
      }
    }

    bot.until("it is given up", () -> !editor.graph().isBusy());

    Button again =
        Bot.the(editor.graph().control(), Button.class, b -> b.getText().equals("Lay out"));
    assertTrue(again.isVisible());
    Bot.press(again);
    bot.until("the graph is drawn", () -> !editor.graph().isBusy());
    bot.until("it is seen", editor.graph().canvas()::isVisible);
  }
}
