// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.BoxSizes;
import dev.modelward.ui.diagram.Layout;
import dev.modelward.ui.drawing.BoxMetrics;
import dev.modelward.ui.drawing.BoxPainter;
import dev.modelward.ui.drawing.EdgePainter;
import dev.modelward.ui.drawing.GraphPalette;
import dev.modelward.ui.drawing.Minimap;
import dev.modelward.ui.drawing.Picture;
import dev.modelward.ui.drawing.ScaledFonts;
import dev.modelward.ui.drawing.Scene;
import dev.modelward.ui.drawing.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Shows a laid out diagram; a person zooms, pans, selects and finds in it. */
public final class GraphCanvas extends Canvas {
  private static final double ZOOM_STEP = 1.25;

  private final BoxMetrics metrics;
  private final ScaledFonts fonts;
  private final GraphBars bars;
  private final HoverCard hover;
  private final List<GraphListener> listeners = new ArrayList<>();
  private GraphPalette palette;
  private Scene scene = Scene.EMPTY;
  private Viewport viewport = new Viewport(1, 0, 0);
  private Finder finder = Finder.NOTHING;
  private String message = "";
  private boolean isFresh = true;

  /** An empty canvas. */
  public GraphCanvas(Composite parent, GraphPalette palette) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.H_SCROLL | SWT.V_SCROLL);
    this.palette = palette;
    this.metrics = BoxMetrics.of(this);
    this.fonts = new ScaledFonts(getFont());
    this.hover = new HoverCard(this);
    this.bars = new GraphBars(this);
    addPaintListener(event -> paint(event.gc));
    addListener(SWT.Resize, event -> resized());
    addDisposeListener(event -> fonts.close());
    new Gestures(this).listen();
    GraphAccess.describe(this);
  }

  /** The sizes that boxes will be drawn in, to be asked from any thread. */
  public BoxSizes boxSizes() {
    return metrics;
  }

  /** Shows a layout; a box that is selected in both stays where it is on the screen. */
  public void show(Layout layout) {
    Optional<Area> before = selectedArea();
    scene = scene.show(layout);
    message = "";
    Optional<Area> after = selectedArea();
    if (isFresh || before.isEmpty() || after.isEmpty()) {
      isFresh = true;
      resized();
    } else {
      double dx = after.get().x() - before.get().x();
      double dy = after.get().y() - before.get().y();
      look(new Viewport(viewport.scale(), viewport.x() + dx, viewport.y() + dy));
    }
  }

  /** Says something while there is nothing to show. */
  public void say(String text) {
    message = text;
    redraw();
  }

  /** Draws in the colours of another theme. */
  public void palette(GraphPalette other) {
    palette = other;
    redraw();
  }

  /** Says what the card beside a box says. */
  public void hoverText(HoverText text) {
    hover.say(text);
  }

  /** The box that is selected. */
  public Optional<Box> selection() {
    return scene.selected();
  }

  /** Selects a box and tells nobody. */
  public void select(String id) {
    setSelected(box(id));
  }

  /** Selects nothing. */
  public void clearSelection() {
    setSelected(Optional.empty());
  }

  /** Moves to where a box can be seen. */
  public void reveal(String id) {
    OptionalInt index = scene.layout().diagram().indexOf(id);
    if (index.isPresent()) {
      Area area = scene.layout().area(index.getAsInt());
      Point size = size();
      boolean seen = viewport.visible(size.x, size.y).contains(area.centerX(), area.centerY());
      if (!seen) {
        Area window = new Area(0, 0, size.x, size.y);
        look(viewport.centredOn(area.centerX(), area.centerY(), window));
      }
    }
  }

  /** Marks all boxes whose texts contain a word and shows the first. */
  public Matches find(String text) {
    return show(Finder.find(scene.layout().diagram(), text));
  }

  /** Shows the next of the boxes that were found. */
  public Matches findNext() {
    return show(finder.step(1));
  }

  /** Shows the previous of the boxes that were found. */
  public Matches findPrevious() {
    return show(finder.step(-1));
  }

  /** Marks nothing any longer. */
  public void endFind() {
    show(Finder.NOTHING);
  }

  private Matches show(Finder found) {
    finder = found;
    scene = scene.find(found.found().stream().map(Box::id).collect(Collectors.toSet()));
    found.current().ifPresent(box -> choose(Optional.of(box)));
    found.current().ifPresent(box -> reveal(box.id()));
    redraw();
    return found.matches();
  }

  /** Shows everything larger. */
  public void zoomIn() {
    zoomTo(viewport.scale() * ZOOM_STEP);
  }

  /** Shows everything smaller. */
  public void zoomOut() {
    zoomTo(viewport.scale() / ZOOM_STEP);
  }

  /** Shows everything at a scale, the middle staying where it is. */
  public void zoomTo(double scale) {
    Point size = size();
    look(viewport.zoomedAbout(size.x / 2.0, size.y / 2.0, scale));
  }

  /** Shows the whole graph. */
  public void zoomToFit() {
    Point size = size();
    look(Viewport.fitting(scene.layout().bounds(), size.x, size.y));
  }

  /** The scale, 1 for the size in which texts are written elsewhere. */
  public double zoom() {
    return viewport.scale();
  }

  /** Hears what a person does from now on. */
  public void addGraphListener(GraphListener listener) {
    listeners.add(listener);
  }

  /** What is shown, for export. */
  public Picture picture() {
    Point size = size();
    return new Picture(scene, metrics, palette, viewport.visible(size.x, size.y));
  }

  Scene scene() {
    return scene;
  }

  Viewport viewport() {
    return viewport;
  }

  HoverCard hover() {
    return hover;
  }

  GraphPalette colours() {
    return palette;
  }

  Point size() {
    Rectangle area = getClientArea();
    return new Point(Math.max(1, area.width), Math.max(1, area.height));
  }

  void look(Viewport other) {
    viewport = other;
    isFresh = false;
    hover.hide();
    bars.update(scene.layout().bounds(), viewport);
    redraw();
  }

  Optional<Box> boxAt(int x, int y) {
    OptionalInt index = scene.layout().boxAt(viewport.toLayoutX(x), viewport.toLayoutY(y));
    return index.isPresent()
        ? Optional.of(scene.layout().diagram().box(index.getAsInt()))
        : Optional.empty();
  }

  /** Selects as a person does: everybody is told. */
  void choose(Optional<Box> box) {
    setSelected(box);
    tell(listener -> listener.selected(box));
  }

  void tell(Consumer<GraphListener> event) {
    List.copyOf(listeners).forEach(event);
  }

  private void setSelected(Optional<Box> box) {
    scene = scene.select(box);
    GraphAccess.selectionChanged(this);
    redraw();
  }

  private Optional<Box> box(String id) {
    OptionalInt index = scene.layout().diagram().indexOf(id);
    return index.isPresent()
        ? Optional.of(scene.layout().diagram().box(index.getAsInt()))
        : Optional.empty();
  }

  private Optional<Area> selectedArea() {
    return scene
        .selected()
        .map(box -> scene.layout().diagram().indexOf(box.id()))
        .filter(OptionalInt::isPresent)
        .map(index -> scene.layout().area(index.getAsInt()));
  }

  private void resized() {
    Point size = size();
    boolean stillFresh = isFresh;
    look(stillFresh ? Viewport.reading(scene.layout().bounds(), size.x, size.y) : viewport);
    isFresh = stillFresh;
  }

  private void paint(GC gc) {
    Point size = size();
    gc.setAntialias(SWT.ON);
    gc.setBackground(GraphPalette.color(palette.background()));
    gc.fillRectangle(0, 0, size.x, size.y);
    Area visible = viewport.visible(size.x, size.y).grown(20 / viewport.scale());
    new EdgePainter(palette).paint(gc, scene, viewport, visible);
    new BoxPainter(palette, metrics, fonts).paint(gc, scene, viewport, visible);
    if (Minimap.isShown(scene.layout(), viewport, size)) {
      new Minimap(palette).paint(gc, scene.layout(), viewport, size);
    }
    if (!message.isEmpty()) {
      gc.setFont(getFont());
      gc.setForeground(GraphPalette.color(palette.quiet()));
      Point extent = gc.textExtent(message);
      gc.drawText(message, (size.x - extent.x) / 2, (size.y - extent.y) / 2, SWT.DRAW_TRANSPARENT);
    }
  }
}
