// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.chart.ScreenSurface;
import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.heat.Cut;
import dev.modelward.ui.heat.Division;
import dev.modelward.ui.heat.Prediction;
import dev.modelward.ui.model.Figures;
import dev.modelward.ui.widget.AccessibleName;
import dev.modelward.ui.widget.Palette;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** The views that borders make: what each lacks, and how good it should be. */
final class ViewTable {
  private static final int CHIP = 12;
  private static final List<Integer> WIDTHS = List.of(28, 96, 72, 84, 136);
  private static final int VIEW = 1;
  private static final int PREDICTED = 4;

  private final Table table;
  private Palette palette;

  ViewTable(Composite parent, Palette palette) {
    this.palette = palette;
    table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    AccessibleName.set(table, Messages.views_name);
    List<String> titles =
        List.of("", Messages.views_view, Messages.views_lacks, Messages.views_blocks, "");
    for (int i = 0; i < titles.size(); i++) {
      TableColumn column = new TableColumn(table, i < 2 ? SWT.LEFT : SWT.RIGHT);
      column.setText(titles.get(i));
      column.setWidth(WIDTHS.get(i));
    }
    table.addListener(SWT.PaintItem, this::paint);
    table.addListener(SWT.Resize, e -> fit());
  }

  /** The names take whatever room the other columns leave. */
  private void fit() {
    int others = 0;
    for (int i = 0; i < table.getColumnCount(); i++) {
      others += i == VIEW ? 0 : table.getColumn(i).getWidth();
    }
    int room = table.getClientArea().width - others;
    table.getColumn(VIEW).setWidth(Math.max(WIDTHS.get(VIEW), room));
  }

  private void paint(Event event) {
    if (event.index == 0) {
      int tier = table.indexOf((TableItem) event.item);
      double y = event.y + (event.height - CHIP) / 2.0;
      new ScreenSurface(event.gc).fill(palette.tier(tier), new Area(event.x + 8.0, y, CHIP, CHIP));
    }
  }

  /** Shows the views of a division. */
  void show(Division division) {
    if (table.getItemCount() != division.tiers() + 1) {
      resize(division.tiers() + 1);
    }
    Prediction prediction = division.prediction();
    String title =
        prediction.isNone()
            ? Messages.views_predicted
            : NLS.bind(Messages.views_predictedMetric, prediction.metric());
    write(table.getColumn(PREDICTED), title);
    for (int tier = 0; tier <= division.tiers(); tier++) {
      List<String> cells = cells(division, tier);
      for (int i = 0; i < cells.size(); i++) {
        write(table.getItem(tier), i, cells.get(i));
      }
    }
  }

  private void resize(int rows) {
    table.setItemCount(rows);
    GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
    data.heightHint = table.getItemHeight() * rows + table.getHeaderHeight();
    table.setLayoutData(data);
    table.requestLayout();
  }

  private static List<String> cells(Division division, int tier) {
    Optional<Cut> lacking = division.lacking(tier);
    double share = lacking.map(Cut::share).orElse(0.0);
    long blocks = lacking.map(Cut::blocks).orElse(0L);
    return List.of(
        "",
        name(division, tier),
        Figures.fineShare(share),
        Figures.exact(blocks),
        quality(division.prediction(), division.quality(tier)));
  }

  private static String name(Division division, int tier) {
    if (tier == 0) {
      return Messages.view_public;
    }
    String pattern = tier == division.tiers() ? Messages.view_whole : Messages.view_tier;
    return NLS.bind(pattern, tier);
  }

  private static String quality(Prediction prediction, OptionalDouble value) {
    if (prediction.isNone() || value.isEmpty()) {
      return Messages.views_unmeasured;
    }
    return prediction.isShare()
        ? Figures.share(value.getAsDouble())
        : new DecimalFormat("0.00").format(value.getAsDouble());
  }

  private static void write(TableItem item, int column, String text) {
    if (!item.getText(column).equals(text)) {
      item.setText(column, text);
    }
  }

  private static void write(TableColumn column, String text) {
    if (!column.getText().equals(text)) {
      column.setText(text);
    }
  }

  /** Draws in the colours of another theme. */
  void palette(Palette other) {
    palette = other;
    table.redraw();
  }

  Table control() {
    return table;
  }
}
