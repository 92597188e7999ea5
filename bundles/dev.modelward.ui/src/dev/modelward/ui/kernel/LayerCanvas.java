// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.kernel;

import dev.modelward.ui.chart.ScreenSurface;
import dev.modelward.ui.chart.Surface;
import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.heat.Division;
import dev.modelward.ui.maps.LayerReading;
import dev.modelward.ui.maps.LayerSight;
import dev.modelward.ui.maps.OpenMap;
import dev.modelward.ui.widget.Palette;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/** Shows a layer from near, once it is read. */
public final class LayerCanvas extends Canvas {
  private final LayerReading reading;
  private Optional<LayerSight> sight = Optional.empty();
  private Optional<Division> division = Optional.empty();
  private Palette palette;

  /** A canvas without a layer. */
  public LayerCanvas(Composite parent, Palette palette) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    this.palette = palette;
    Display display = getDisplay();
    reading = new LayerReading(read -> display.asyncExec(() -> show(read)));
    addPaintListener(event -> paint(event.gc));
    addDisposeListener(event -> reading.cancel());
    getAccessible().addAccessibleListener(new Words());
  }

  /** What a screen reader says. */
  @NonNullByDefault({})
  private final class Words extends AccessibleAdapter {
    @Override
    public void getName(AccessibleEvent event) {
      event.result = Messages.name;
    }

    @Override
    public void getDescription(AccessibleEvent event) {
      event.result = text();
    }
  }

  /** Reads a layer, and shows it when that is done. */
  public void read(OpenMap map, int layer) {
    reading.read(map, layer);
  }

  /** Shows no layer any more. */
  public void clear() {
    reading.cancel();
    sight = Optional.empty();
    redraw();
  }

  private void show(LayerSight read) {
    if (!isDisposed()) {
      sight = Optional.of(read);
      redraw();
    }
  }

  /** Shows in which tiers the blocks fall now. */
  public void divide(Division now) {
    division = Optional.of(now);
    redraw();
  }

  /** Draws in the colours of another theme. */
  public void palette(Palette other) {
    palette = other;
    redraw();
  }

  private Optional<LayerView> view() {
    return division.flatMap(now ->
        sight
            .filter(read -> read.layer() < now.summary().rows().size())
            .map(read -> new LayerView(read, now)));
  }

  private void paint(GC gc) {
    Rectangle client = getClientArea();
    paint(new ScreenSurface(gc), new Area(client.x, client.y, client.width, client.height));
  }

  /** Draws the same somewhere else. */
  public void paint(Surface surface, Area all) {
    surface.fill(palette.background(), all);
    LayerPainter painter = new LayerPainter(surface, palette);
    view().ifPresentOrElse(shown -> painter.paint(all, shown), () -> painter.paintNothing(all));
  }

  /** What is shown, in words. */
  public String text() {
    return view().map(LayerView::title).orElse(Messages.nothing);
  }

  /** What was read of the layer that is shown. */
  public Optional<LayerSight> sight() {
    return sight;
  }
}
