// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import dev.modelward.ui.model.NodeRow;
import java.util.Comparator;
import java.util.List;

/** In which order rows stand: that of the file, or by a column, one way or the other. */
record RowOrder(Column column, Way way) {
  static final RowOrder FILE = new RowOrder(Column.LAYER, Way.AS_IN_FILE);

  /** The way along a column. */
  enum Way {
    AS_IN_FILE,
    FIRST,
    REVERSED
  }

  /** The order after a click on the header of a column: first, reversed, and back to the file's. */
  RowOrder clicked(Column header) {
    if (header != column) {
      return new RowOrder(header, Way.FIRST);
    }
    return switch (way) {
      case AS_IN_FILE -> new RowOrder(column, Way.FIRST);
      case FIRST -> new RowOrder(column, Way.REVERSED);
      case REVERSED -> new RowOrder(column, Way.AS_IN_FILE);
    };
  }

  List<NodeRow> of(List<NodeRow> rows) {
    return switch (way) {
      case AS_IN_FILE -> rows;
      case FIRST -> sorted(rows, column.order());
      case REVERSED -> sorted(rows, column.order().reversed());
    };
  }

  private static List<NodeRow> sorted(List<NodeRow> rows, Comparator<NodeRow> order) {
    return rows.stream().sorted(order).toList();
  }
}
