// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Finds what lies in an area: a grid whose cells list the things that touch them. */
final class AreaIndex {

  private final Area bounds;
  private final int columns;
  private final int rows;
  private final int[][] cells;

  private AreaIndex(Area bounds, int things) {
    this.bounds = bounds;
    double width = Math.max(1, bounds.width());
    double height = Math.max(1, bounds.height());
    double side = Math.max(64, Math.sqrt(width * height / Math.max(1, things)));
    columns = (int) Math.clamp(Math.ceil(width / side), 1, 1 << 10);
    rows = (int) Math.clamp(Math.ceil(height / side), 1, 1 << 14);
    cells = new int[columns * rows][];
  }

  static AreaIndex ofAreas(Area bounds, List<Area> areas) {
    AreaIndex index = new AreaIndex(bounds, areas.size());
    for (int thing = 0; thing < areas.size(); thing++) {
      index.add(thing, areas.get(thing));
    }
    return index;
  }

  /**
   * Each stretch of a route is entered by itself: the bounds of a route may cover half the plane.
   */
  static AreaIndex ofRoutes(Area bounds, List<Route> routes) {
    AreaIndex index = new AreaIndex(bounds, routes.size());
    for (int thing = 0; thing < routes.size(); thing++) {
      Route route = routes.get(thing);
      for (int i = 1; i < route.size(); i++) {
        index.add(thing, Area.between(route.x(i - 1), route.y(i - 1), route.x(i), route.y(i)));
      }
    }
    return index;
  }

  IntStream touching(Area area) {
    if (!area.touches(bounds)) {
      return IntStream.empty();
    }
    BitSet found = new BitSet();
    for (int row = row(area.y()); row <= row(area.bottom()); row++) {
      for (int column = column(area.x()); column <= column(area.right()); column++) {
        int[] cell = cells[row * columns + column];
        for (int i = 1; cell != null && i <= cell[0]; i++) {
          found.set(cell[i]);
        }
      }
    }
    return found.stream();
  }

  private void add(int thing, Area area) {
    for (int row = row(area.y()); row <= row(area.bottom()); row++) {
      for (int column = column(area.x()); column <= column(area.right()); column++) {
        put(row * columns + column, thing);
      }
    }
  }

  /** A cell's first number says how many follow. */
  private void put(int place, int thing) {
    int[] cell = cells[place];
    if (cell == null) {
      cell = new int[4];
    } else if (cell[cell[0]] == thing) {
      return;
    } else if (cell[0] + 1 == cell.length) {
      cell = Arrays.copyOf(cell, 2 * cell.length);
    }
    cell[++cell[0]] = thing;
    cells[place] = cell;
  }

  private int column(double x) {
    double share = (x - bounds.x()) / Math.max(1, bounds.width());
    return (int) Math.clamp(share * columns, 0, columns - 1);
  }

  private int row(double y) {
    double share = (y - bounds.y()) / Math.max(1, bounds.height());
    return (int) Math.clamp(share * rows, 0, rows - 1);
  }
}
