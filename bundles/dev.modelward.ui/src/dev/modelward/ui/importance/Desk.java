// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.curve.CurveCanvas;
import dev.modelward.ui.heat.Borders;
import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.ShareAxis;
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
  private final SashForm halves;
  private final HeatTable table;
  private final CurveCanvas curve;
  private final ViewTable views;
  private final Label hint;
  private Optional<Division> division = Optional.empty();
  private ShareAxis axis = ShareAxis.LOGARITHMIC;

  Desk(Composite parent, Palette palette, IntConsumer selected) {
    halves = new SashForm(parent, SWT.HORIZONTAL);
    table = new HeatTable(halves, palette);
    table.control().addListener(SWT.Selection, e -> table.selected().ifPresent(selected::accept));
    Composite right = new Composite(halves, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    right.setLayout(layout);
    curve = new CurveCanvas(right, palette, this::divide);
    curve.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    views = new ViewTable(right, palette);
    hint = new Label(right, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
    wide.horizontalIndent = 8;
    wide.verticalIndent = 8;
    wide.widthHint = 200;
    hint.setLayoutData(wide);
    ThemeColor.QUIET_TEXT.paint(hint);
    halves.setWeights(54, 46);
  }

  /** Shows a map with borders. */
  void show(OpenMap map, Borders borders, ShareAxis on) {
    show(Division.of(map.summary(), map.prediction(), borders), on);
    String file = map.entry().name();
    hint.setText(NLS.bind(Messages.unmeasured_hint, new Object[] {map.model(), file, map.curve()}));
    boolean isVisible = map.prediction().isNone();
    hint.setVisible(isVisible);
    ((GridData) hint.getLayoutData()).exclude = !isVisible;
    hint.requestLayout();
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
  }

  /** Selects the layer of an element, if it is one. */
  void follow(OpenMap map, Element element) {
    IntStream.range(0, map.layers().size())
        .filter(layer -> map.place(layer).filter(element::equals).isPresent())
        .findFirst()
        .ifPresent(table::select);
  }

  void palette(Palette palette) {
    table.palette(palette);
    curve.palette(palette);
    views.palette(palette);
  }

  /** The borders, once there is a map. */
  public Optional<Borders> borders() {
    return division.map(Division::borders);
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

  Control control() {
    return halves;
  }
}
