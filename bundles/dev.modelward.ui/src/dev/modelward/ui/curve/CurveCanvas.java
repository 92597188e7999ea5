// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.curve;

import dev.modelward.ui.chart.ScreenSurface;
import dev.modelward.ui.chart.Surface;
import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.heat.Borders;
import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.ShareAxis;
import dev.modelward.ui.model.Figures;
import dev.modelward.ui.widget.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Shows the curve of a map; a person moves the borders of tiers over it. */
public final class CurveCanvas extends Canvas {
  private static final double NEAR = 8;

  private final Consumer<Borders> moved;
  private final List<CurveView> views = new ArrayList<>();
  private Palette palette;

  /** An empty canvas, which says where somebody wants the borders. */
  public CurveCanvas(Composite parent, Palette palette, Consumer<Borders> moved) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    this.moved = moved;
    this.palette = palette;
    addPaintListener(event -> paint(event.gc));
    addListener(SWT.FocusIn, event -> redraw());
    addListener(SWT.FocusOut, event -> redraw());
    new BorderKeys(this).listen();
    new BorderMouse(this).listen();
    BorderMenu.of(this);
    CurveAccess.describe(this);
  }

  /** Shows a map as it is divided. */
  public void show(Division division, ShareAxis axis) {
    CurveView now =
        view()
            .map(shown -> shown.axis() == axis ? shown : shown.on(axis))
            .map(shown -> shown.with(division))
            .orElseGet(() -> CurveView.of(division, axis));
    look(now);
  }

  private void look(CurveView now) {
    views.clear();
    views.add(now);
    redraw();
    CurveAccess.changed(this);
  }

  /** Draws in the colours of another theme. */
  public void palette(Palette other) {
    palette = other;
    redraw();
  }

  Optional<CurveView> view() {
    return views.stream().findFirst();
  }

  /** The number of the border that is chosen, from the smallest share on. */
  public int chosen() {
    return view().map(CurveView::border).orElse(0);
  }

  /** Chooses a border, as if somebody clicked it. */
  public void choose(int border) {
    view().ifPresent(now -> look(now.choosing(border)));
  }

  /** Asks for other borders. */
  void ask(Borders borders) {
    moved.accept(borders);
  }

  /** Asks for the chosen border at another share. */
  void move(double share) {
    view()
        .ifPresent(
            now -> ask(now.division().borders().moved(now.border(), Math.clamp(share, 0, 1))));
  }

  private void paint(GC gc) {
    Area all = all();
    view()
        .ifPresentOrElse(
            now -> paint(new ScreenSurface(gc), now, all),
            () -> new ScreenSurface(gc).fill(palette.background(), all));
  }

  private void paint(Surface surface, CurveView now, Area all) {
    new CurvePainter(surface, palette, now).paint(all, isFocusControl() ? now.border() : -1);
  }

  /** Draws the same somewhere else. */
  public void paint(Surface surface, Area all) {
    view().ifPresent(now -> new CurvePainter(surface, palette, now).paint(all, -1));
  }

  private Area all() {
    Rectangle client = getClientArea();
    return new Area(client.x, client.y, client.width, client.height);
  }

  private Optional<Plot> plot() {
    GC gc = new GC(this);
    try {
      return view().map(now -> new CurvePainter(new ScreenSurface(gc), palette, now).plot(all()));
    } finally {
      gc.dispose();
    }
  }

  /** The share at a place. */
  OptionalDouble share(int x) {
    return plot().stream().mapToDouble(plot -> plot.share(x)).findFirst();
  }

  /** The place of a border. */
  public int place(int border) {
    List<Double> shares = view().map(now -> now.division().borders().shares()).orElse(List.of());
    return plot().map(plot -> (int) Math.round(plot.x(shares.get(border)))).orElse(0);
  }

  /** The border near a place, if there is one. */
  OptionalInt near(int x) {
    List<Double> shares = view().map(now -> now.division().borders().shares()).orElse(List.of());
    return plot().stream()
        .flatMap(plot -> near(plot, shares, x).boxed())
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  private static IntStream near(Plot plot, List<Double> shares, int x) {
    return IntStream.range(0, shares.size())
        .filter(border -> Math.abs(plot.x(shares.get(border)) - x) <= NEAR)
        .boxed()
        .sorted((a, b) -> Double.compare(off(plot, shares.get(a), x), off(plot, shares.get(b), x)))
        .mapToInt(Integer::intValue);
  }

  private static double off(Plot plot, double share, int x) {
    return Math.abs(plot.x(share) - x);
  }

  /** What is said of the border that is chosen. */
  public String text() {
    return view().map(CurveCanvas::text).orElse(Messages.name);
  }

  private static String text(CurveView now) {
    Borders borders = now.division().borders();
    String tier = String.valueOf(borders.tier(now.border()));
    String share = Figures.fineShare(borders.shares().get(now.border()));
    OptionalDouble predicted = now.prediction().at(borders.shares().get(now.border()));
    if (predicted.isEmpty()) {
      return NLS.bind(Messages.border, tier, share);
    }
    String quality = CurvePainter.quality(now.prediction(), predicted.getAsDouble());
    return NLS.bind(
        Messages.border_predicted, new Object[] {tier, share, now.prediction().metric(), quality});
  }
}
