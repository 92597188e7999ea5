// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A diagram with a place for each box and a route for each edge. */
public final class Layout {

  private static final Area NOTHING = new Area(0, 0, 0, 0);

  private final Diagram diagram;
  private final List<Area> boxes;
  private final List<Route> routes;
  private final Area bounds;
  private final AreaIndex boxIndex;
  private final AreaIndex edgeIndex;

  /**
   * A layout with an area for each box and a route for each edge, in the order of the diagram.
   *
   * @throws IllegalArgumentException if there are not as many as the diagram has
   */
  public Layout(Diagram diagram, List<Area> boxes, List<Route> routes) {
    if (diagram.boxes().size() != boxes.size() || diagram.edges().size() != routes.size()) {
      throw new IllegalArgumentException(
          "Expected %d boxes and %d edges, got %d and %d"
              .formatted(
                  diagram.boxes().size(), diagram.edges().size(), boxes.size(), routes.size()));
    }
    this.diagram = diagram;
    this.boxes = List.copyOf(boxes);
    this.routes = List.copyOf(routes);
    Area all = this.boxes.stream().reduce(Area::with).orElse(NOTHING);
    bounds = this.routes.stream().map(Route::bounds).reduce(all, Area::with);
    boxIndex = AreaIndex.ofAreas(bounds, this.boxes);
    edgeIndex = AreaIndex.ofRoutes(bounds, this.routes);
  }

  /** The layout of nothing. */
  public static Layout empty() {
    return new Layout(new Diagram(List.of(), List.of()), List.of(), List.of());
  }

  /** What is laid out. */
  public Diagram diagram() {
    return diagram;
  }

  /** The area of a box. */
  public Area area(int box) {
    return boxes.get(box);
  }

  /** The route of an edge. */
  public Route route(int edge) {
    return routes.get(edge);
  }

  /** The smallest area that holds everything. */
  public Area bounds() {
    return bounds;
  }

  /** The indexes of all boxes that touch an area, ascending. */
  public IntStream boxesIn(Area area) {
    return boxIndex.touching(area).filter(box -> boxes.get(box).touches(area));
  }

  /** The indexes of all edges that may be seen in an area, ascending. */
  public IntStream edgesIn(Area area) {
    return edgeIndex.touching(area);
  }

  /** The box at a point, if there is one. */
  public OptionalInt boxAt(double x, double y) {
    return boxesIn(new Area(x, y, 0, 0)).findFirst();
  }
}
