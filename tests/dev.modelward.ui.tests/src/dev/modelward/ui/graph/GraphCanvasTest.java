// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Edge;
import dev.modelward.ui.diagram.Mark;
import dev.modelward.ui.drawing.GraphPalette;
import dev.modelward.ui.layered.LayeredLayout;
import dev.modelward.ui.layered.LayoutWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphCanvasTest {
  private static final Diagram DIAMOND =
      new Diagram(
          List.of(
              Box.of("in", "x", List.of("float32 [1x3]"), "input"),
              Box.of("left", "Conv", List.of("left & more"), "layer"),
              Box.of("right", "Relu", List.of("right"), "activation"),
              Box.of("sum", "Add", List.of(), "math").with(new Mark.Folded(3, 9))),
          List.of(
              new Edge("in", "left", "x"),
              new Edge("in", "right", "x"),
              new Edge("left", "sum", "l"),
              new Edge("right", "sum", "r")));

  private final List<String> heard = new ArrayList<>();
  private final Shell shell = new Shell(Display.getCurrent());
  private final GraphCanvas canvas = new GraphCanvas(shell, GraphPalette.light());

  @BeforeEach
  void showsADiamond() {
    shell.setLayout(new FillLayout());
    shell.setSize(700, 500);
    shell.open();
    canvas.show(new LayeredLayout(canvas.boxSizes()).layout(DIAMOND, LayoutWatch.NONE));
    canvas.addGraphListener(new Hearing());
    canvas.update();
  }

  @AfterEach
  void closes() {
    shell.dispose();
  }

  /** Writes down what the canvas tells. */
  private final class Hearing implements GraphListener {
    @Override
    public void selected(Optional<Box> box) {
      heard.add("selected " + box.map(Box::id).orElse("nothing"));
    }

    @Override
    public void opened(Box box) {
      heard.add("opened " + box.id());
    }

    @Override
    public void toggled(Box box) {
      heard.add("toggled " + box.id());
    }
  }

  private void key(int code) {
    Event event = new Event();
    event.keyCode = code;
    canvas.notifyListeners(SWT.KeyDown, event);
  }

  private void mouse(int type, int x, int y, int button) {
    Event event = new Event();
    event.x = x;
    event.y = y;
    event.button = button;
    canvas.notifyListeners(type, event);
  }

  @Test
  void goesFromBoxToBoxByKeyboard() {
    key(SWT.HOME);
    key(SWT.ARROW_DOWN);
    String first = canvas.selection().orElseThrow().id();
    key(SWT.ARROW_RIGHT);
    key(SWT.ARROW_LEFT);
    key(SWT.ARROW_DOWN);

    assertTrue(List.of("left", "right").contains(first));
    assertEquals("sum", canvas.selection().orElseThrow().id());
    key(SWT.ESC);
    assertTrue(canvas.selection().isEmpty());
    assertEquals("selected nothing", heard.getLast());
  }

  @Test
  void opensABoxAndTogglesAFoldByTheEnterKey() {
    key(SWT.HOME);
    key(SWT.CR);
    key(SWT.END);
    key(SWT.CR);

    assertEquals(List.of("selected in", "opened in", "selected sum", "toggled sum"), heard);
  }

  @Test
  void selectsWhatIsClickedAndMovesWhatIsDragged() {
    int x = (int) canvas.viewport().toScreenX(canvas.scene().layout().area(1).centerX());
    int y = (int) canvas.viewport().toScreenY(canvas.scene().layout().area(1).centerY());
    mouse(SWT.MouseDown, x, y, 1);
    mouse(SWT.MouseUp, x, y, 1);
    assertEquals("left", canvas.selection().orElseThrow().id());

    double before = canvas.viewport().x();
    mouse(SWT.MouseDown, 5, 5, 1);
    mouse(SWT.MouseMove, 65, 5, 1);
    mouse(SWT.MouseUp, 65, 5, 1);
    assertEquals(before - 60 / canvas.zoom(), canvas.viewport().x(), 1e-6);
  }

  @Test
  void zoomsAboutThePointerByWheelWithTheControlKey() {
    double under = canvas.viewport().toLayoutX(120);
    Event event = new Event();
    event.x = 120;
    event.y = 80;
    event.count = 3;
    event.stateMask = SWT.MOD1;
    canvas.notifyListeners(SWT.MouseVerticalWheel, event);

    assertTrue(canvas.zoom() > 1);
    assertEquals(under, canvas.viewport().toLayoutX(120), 1e-6);
    canvas.zoomToFit();
    assertEquals(1, canvas.zoom());
  }

  @Test
  void findsByOperatorAndByNameAndGoesRound() {
    assertEquals(new Matches(1, 1), canvas.find("relu"));
    assertEquals("right", canvas.selection().orElseThrow().id());
    assertEquals(new Matches(0, 0), canvas.find(" "));
    assertEquals(2, canvas.find("o").count());
    assertEquals(2, canvas.findNext().current());
    assertEquals(1, canvas.findNext().current());
    assertEquals(2, canvas.findPrevious().current());
    assertEquals(new Matches(0, 0), canvas.find("no such thing"));
  }

  @Test
  void keepsASelectedBoxWhereItIsWhenTheLayoutChanges() {
    canvas.select("sum");
    canvas.zoomTo(1.3);
    double before = canvas.viewport().toScreenY(canvas.scene().layout().area(3).y());
    Diagram shorter =
        new Diagram(List.of(DIAMOND.box(0), DIAMOND.box(3)), List.of(new Edge("in", "sum", "x")));
    canvas.show(new LayeredLayout(canvas.boxSizes()).layout(shorter, LayoutWatch.NONE));

    assertEquals(before, canvas.viewport().toScreenY(canvas.scene().layout().area(1).y()), 1e-6);
  }

  @Test
  void forgetsASelectionThatIsNoLongerThere() {
    canvas.select("left");
    Diagram other = new Diagram(List.of(DIAMOND.box(0)), List.of());
    canvas.show(new LayeredLayout(canvas.boxSizes()).layout(other, LayoutWatch.NONE));

    assertTrue(canvas.selection().isEmpty());
  }

  @Test
  void exportsTheWholeGraphAsVectorsAndPixels() {
    String svg = canvas.picture().whole().svg();
    assertTrue(svg.contains("left &amp; more"));
    assertEquals(4, svg.split("<polyline", -1).length - 1);

    ImageData small = canvas.picture().whole().png(Display.getCurrent(), 1);
    ImageData large = canvas.picture().whole().png(Display.getCurrent(), 2);
    assertEquals(2.0, (double) large.width / small.width, 0.02);
    assertFalse(isOneColour(small));
  }

  private static boolean isOneColour(ImageData image) {
    int first = image.getPixel(0, 0);
    for (int y = 0; y < image.height; y++) {
      for (int x = 0; x < image.width; x++) {
        if (image.getPixel(x, y) != first) {
          return false;
        }
      }
    }
    return true;
  }
}
