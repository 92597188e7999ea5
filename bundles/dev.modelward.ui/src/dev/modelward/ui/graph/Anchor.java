// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Layout;
import dev.modelward.ui.drawing.Scene;
import dev.modelward.ui.drawing.Viewport;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A box that two layouts have in common, to which the eye holds on when one follows the other.
 *
 * @param before where it is in the one
 * @param after where it is in the other
 */
record Anchor(Area before, Area after) {

  /**
   * The box between a scene and the layout that follows it: the selected one, or if that is no
   * longer there the nearest one seen, rather above it than below, for folds open downwards.
   */
  static Optional<Anchor> between(Scene scene, Layout next, Area seen) {
    Optional<Area> selected = scene.selected().flatMap(box -> area(scene.layout(), box.id()));
    Optional<Area> kept = scene.selected().flatMap(box -> area(next, box.id()));
    if (selected.isPresent() && kept.isPresent()) {
      return Optional.of(new Anchor(selected.get(), kept.get()));
    }
    Area focus = selected.orElse(new Area(seen.centerX(), seen.centerY(), 0, 0));
    return scene
        .layout()
        .boxesIn(seen)
        .mapToObj(scene.layout().diagram()::box)
        .flatMap(box -> anchor(scene.layout(), next, box.id()).stream())
        .min(Comparator.comparingDouble(anchor -> anchor.distance(focus)));
  }

  /** The view in which the box is where it was. */
  Viewport hold(Viewport viewport) {
    double dx = after.centerX() - before.centerX();
    double dy = after.y() - before.y();
    return new Viewport(viewport.scale(), viewport.x() + dx, viewport.y() + dy);
  }

  private double distance(Area focus) {
    double below = before.y() > focus.y() ? 1e9 : 0;
    double dx = before.centerX() - focus.centerX();
    double dy = before.centerY() - focus.centerY();
    return below + Math.abs(dx) + Math.abs(dy);
  }

  private static Optional<Anchor> anchor(Layout layout, Layout next, String id) {
    return area(layout, id).flatMap(old -> area(next, id).map(now -> new Anchor(old, now)));
  }

  private static Optional<Area> area(Layout layout, String id) {
    OptionalInt box = layout.diagram().indexOf(id);
    return box.isPresent() ? Optional.of(layout.area(box.getAsInt())) : Optional.empty();
  }
}
