// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import dev.modelward.ui.model.Burden;
import dev.modelward.ui.model.Figures;
import dev.modelward.ui.model.NodeRow;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.eclipse.swt.SWT;

/** A column of the table of layers. */
enum Column {
  LAYER(220, NodeRow::name),
  OPERATOR(150, NodeRow::operator),
  GRAPH(200, NodeRow::graph),
  SHAPE(110, row -> row.burden().shape()),
  PARAMETERS(100, row -> row.burden().parameters(), value -> Figures.exact((long) value)),
  BYTES(100, row -> row.burden().bytes(), value -> Figures.exact((long) value)),
  TYPE(80, SWT.CENTER, row -> row.burden().type()),
  SHARE(140, row -> row.burden().share(), Figures::share);

  private final int width;
  private final int style;
  private final Comparator<NodeRow> order;
  private final Function<NodeRow, String> text;
  private final Function<NodeRow, String> plain;

  Column(int width, Function<NodeRow, String> text) {
    this(width, SWT.LEFT, text);
  }

  Column(int width, int style, Function<NodeRow, String> text) {
    this.width = width;
    this.style = style;
    this.order = Comparator.comparing(text, new NaturalOrder());
    this.text = text;
    this.plain = text;
  }

  Column(int width, ToDoubleFunction<NodeRow> number, NumberText format) {
    this.width = width;
    this.style = SWT.RIGHT;
    this.order = Comparator.comparingDouble(number).reversed();
    this.text = row -> row.burden().isSome() ? format.of(number.applyAsDouble(row)) : "";
    this.plain = row -> row.burden().isSome() ? plain(number.applyAsDouble(row)) : "";
  }

  /** How a number stands in a cell. */
  private interface NumberText {
    String of(double value);
  }

  private static String plain(double value) {
    boolean whole = value == Math.rint(value);
    return whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6f", value);
  }

  String title() {
    return switch (this) {
      case LAYER -> Messages.column_layer;
      case OPERATOR -> Messages.column_operator;
      case GRAPH -> Messages.column_graph;
      case SHAPE -> Messages.column_shape;
      case PARAMETERS -> Messages.column_parameters;
      case BYTES -> Messages.column_bytes;
      case TYPE -> Messages.column_type;
      case SHARE -> Messages.column_share;
    };
  }

  int width() {
    return width;
  }

  int style() {
    return style;
  }

  /** The natural first order: texts from A on, numbers from the greatest on. */
  Comparator<NodeRow> order() {
    return order;
  }

  /** What stands in the cell of a row; nothing where {@link Burden#NONE nothing} is carried. */
  String text(NodeRow row) {
    return text.apply(row);
  }

  /** The same for a machine to read. */
  String plain(NodeRow row) {
    return plain.apply(row);
  }
}
