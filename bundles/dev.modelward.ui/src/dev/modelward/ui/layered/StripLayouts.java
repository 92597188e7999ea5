// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Extent;
import dev.modelward.ui.diagram.Route;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.core.util.IElkProgressMonitor;

/** Lays strips out, equal ones once only: the blocks of a net repeat. */
final class StripLayouts {

  private final IElkProgressMonitor monitor;
  private final Map<Strip, StripLayout> known = new HashMap<>();

  StripLayouts(IElkProgressMonitor monitor) {
    this.monitor = monitor;
  }

  StripLayout of(Strip strip) {
    monitor.begin("Strip", 1);
    return known.computeIfAbsent(strip, this::layout);
  }

  private StripLayout layout(Strip strip) {
    return switch (strip.sizes().size()) {
      case 1 -> single(strip.sizes().getFirst());
      case 2 -> pair(strip.sizes().getFirst(), strip.sizes().getLast(), strip.arcs().size());
      default -> ElkStrip.layout(strip, monitor);
    };
  }

  private static StripLayout single(Extent size) {
    return new StripLayout(List.of(new Area(0, 0, size.width(), size.height())), List.of());
  }

  /** Two boxes make a strip only if an edge joins them. */
  private static StripLayout pair(Extent upper, Extent lower, int edges) {
    double center = Math.max(upper.width(), lower.width()) / 2;
    double top = upper.height() + Spacing.BETWEEN_LAYERS;
    List<Area> areas =
        List.of(
            new Area(center - upper.width() / 2, 0, upper.width(), upper.height()),
            new Area(center - lower.width() / 2, top, lower.width(), lower.height()));
    Route route = Route.through(center, upper.height(), center, top);
    return new StripLayout(areas, Collections.nCopies(edges, route));
  }
}
