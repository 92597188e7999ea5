// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.curve.CurveCanvas;
import dev.modelward.ui.heat.Borders;
import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.ShareAxis;
import dev.modelward.ui.kernel.LayerCanvas;
import dev.modelward.ui.maps.OpenMap;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.widget.Palette;
import dev.modelward.ui.widget.ThemeColor;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;

/** A map as it is divided: its layers at the left, its curve and its views at the right. */
public final class Desk {
  /** What a curve needs to be read. */
  private static final int LEAST = 120;

  private final SashForm halves;
  private final HeatTable table;
  private final CurveCanvas curve;
  private final ViewTable views;
  private final Label hint;
  private final LayerCanvas layer;
  private Optional<OpenMap> shown = Optional.empty();
  private Optional<Division> division = Optional.empty();
  private ShareAxis axis = ShareAxis.LOGARITHMIC;

  Desk(Composite parent, Palette palette, IntConsumer selected) {
    halves = new SashForm(parent, SWT.HORIZONTAL);
    table = new HeatTable(halves, palette);
    table.control().addListener(SWT.Selection, e -> select(selected));
    SashForm column = new SashForm(halves, SWT.VERTICAL);
    Composite right = new Composite(column, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    right.setLayout(layout);
    curve = new CurveCanvas(right, palette, this::divide);
    GridData most = new GridData(SWT.FILL, SWT.FILL, true, true);
    most.minimumHeight = LEAST;
    curve.setLayoutData(most);
    views = new ViewTable(right, palette);
    hint = new Label(right, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
    wide.horizontalIndent = 8;
    wide.verticalIndent = 8;
    wide.widthHint = 200;
    hint.setLayoutData(wide);
    ThemeColor.QUIET_TEXT.paint(hint);
    layer = new LayerCanvas(column, palette);
    column.setWeights(63, 37);
    halves.setWeights(52, 48);
  }

  /** Shows a map with borders. */
  void show(OpenMap map, Borders borders, ShareAxis on) {
    if (shown.filter(map::equals).isEmpty()) {
      shown = Optional.of(map);
      layer.clear();
    }
    show(Division.of(map.summary(), map.prediction(), borders), on);
    String file = map.entry().name();
    hint.setText(NLS.bind(Messages.unmeasured_hint, new Object[] {map.model(), file, map.curve()}));
    boolean isVisible = map.prediction().isNone();
    hint.setVisible(isVisible);
    ((GridData) hint.getLayoutData()).exclude = !isVisible;
    hint.requestLayout();
  }

  private void select(IntConsumer selected) {
    table.selected().ifPresent(this::look);
    table.selected().ifPresent(selected::accept);
  }

  private void look(int chosen) {
    shown.ifPresent(map -> layer.read(map, chosen));
  }

  /** Divides the blocks elsewhere: all that follows is shown at once. */
  public void divide(Borders borders) {
    division.map(now -> now.with(borders)).ifPresent(this::show);
  }

  void show(Division now, ShareAxis on) {
    axis = on;
    show(now);
  }

  private void show(Division now) {
    division = Optional.of(now);
    table.show(now);
    curve.show(now, axis);
    views.show(now);
    layer.divide(now);
  }

  /** Selects the layer of an element, if it is one. */
  void follow(OpenMap map, Element element) {
    IntStream.range(0, map.layers().size())
        .filter(row -> map.place(row).filter(element::equals).isPresent())
        .findFirst()
        .ifPresent(found -> {
          table.select(found);
          look(found);
        });
  }

  void palette(Palette palette) {
    table.palette(palette);
    curve.palette(palette);
    views.palette(palette);
    layer.palette(palette);
  }

  /** The borders, once there is a map. */
  public Optional<Borders> borders() {
    return division.map(Division::borders);
  }

  /** How the blocks are divided, once there is a map. */
  Optional<Division> division() {
    return division;
  }

  /** The table of layers. */
  public Table table() {
    return table.control();
  }

  /** The table of views. */
  public Table views() {
    return views.control();
  }

  /** The curve. */
  public CurveCanvas curve() {
    return curve;
  }

  /** The selected layer from near. */
  public LayerCanvas layer() {
    return layer;
  }

  Control control() {
    return halves;
  }
}
