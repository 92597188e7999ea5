// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Route;
import java.util.List;

/**
 * Where the boxes and edges of a strip lie.
 *
 * @param boxes an area for each box
 * @param routes a route for each arc
 */
record StripLayout(List<Area> boxes, List<Route> routes) {

  StripLayout {
    boxes = List.copyOf(boxes);
    routes = List.copyOf(routes);
  }
}
