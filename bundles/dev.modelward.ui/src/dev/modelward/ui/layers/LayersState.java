// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import java.util.Arrays;
import java.util.List;

/** What a page of layers keeps until the next time, in words that can be written down. */
public record LayersState(String words, String weighted, String column, String way) {
  /** The state of a page that nobody touched. */
  public static final LayersState FRESH = of(RowQuery.ALL, RowOrder.FILE);

  static LayersState of(RowQuery query, RowOrder order) {
    return new LayersState(
        query.words(), query.weighted().name(), order.column().name(), order.way().name());
  }

  RowQuery query() {
    return new RowQuery(words, known(weighted, RowQuery.Weighted.values()));
  }

  RowOrder order() {
    return new RowOrder(known(column, Column.values()), known(way, RowOrder.Way.values()));
  }

  /** The value of a name; the first one if another version of us wrote another name. */
  private static <T extends Enum<T>> T known(String name, T[] values) {
    List<T> all = Arrays.asList(values);
    return all.stream().filter(value -> value.name().equals(name)).findFirst().orElse(all.get(0));
  }
}
