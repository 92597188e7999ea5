// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.diagram.Route;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;

/** Draws edges: calm lines with rounded corners and a small head. */
public final class EdgePainter {
  private static final float CORNER = 6;
  private static final float HEAD = 4;

  /** Below this scale corners and heads are too small to be seen. */
  private static final double PLAIN_BELOW = 0.35;

  private final GraphPalette palette;

  public EdgePainter(GraphPalette palette) {
    this.palette = palette;
  }

  public void paint(GC gc, Scene scene, Viewport viewport, Area visible) {
    boolean plain = viewport.scale() < PLAIN_BELOW;
    gc.setLineWidth(1);
    gc.setForeground(GraphPalette.color(palette.edge()));
    gc.setBackground(GraphPalette.color(palette.edge()));
    int[] edges = scene.layout().edgesIn(visible).toArray();
    for (int edge : edges) {
      paint(gc, scene.layout().route(edge), viewport, plain);
    }
    gc.setForeground(GraphPalette.color(palette.accent()));
    gc.setBackground(GraphPalette.color(palette.accent()));
    gc.setLineWidth(2);
    IntStream.of(edges)
        .filter(scene::touchesSelection)
        .forEach(edge -> paint(gc, scene.layout().route(edge), viewport, plain));
    gc.setLineWidth(1);
  }

  private static void paint(GC gc, Route route, Viewport viewport, boolean plain) {
    if (plain) {
      gc.drawPolyline(points(route, viewport));
      return;
    }
    Path path = rounded(gc, route, viewport);
    gc.drawPath(path);
    path.dispose();
    head(gc, route, viewport);
  }

  private static int[] points(Route route, Viewport viewport) {
    int[] points = new int[2 * route.size()];
    for (int i = 0; i < route.size(); i++) {
      points[2 * i] = (int) Math.round(viewport.toScreenX(route.x(i)));
      points[2 * i + 1] = (int) Math.round(viewport.toScreenY(route.y(i)));
    }
    return points;
  }

  private static Path rounded(GC gc, Route route, Viewport viewport) {
    Path path = new Path(gc.getDevice());
    float fromX = (float) viewport.toScreenX(route.x(0));
    float fromY = (float) viewport.toScreenY(route.y(0));
    path.moveTo(fromX, fromY);
    for (int i = 1; i < route.size() - 1; i++) {
      float x = (float) viewport.toScreenX(route.x(i));
      float y = (float) viewport.toScreenY(route.y(i));
      float nextX = (float) viewport.toScreenX(route.x(i + 1));
      float nextY = (float) viewport.toScreenY(route.y(i + 1));
      path.lineTo(towards(x, fromX, viewport), towards(y, fromY, viewport));
      path.quadTo(x, y, towards(x, nextX, viewport), towards(y, nextY, viewport));
      fromX = x;
      fromY = y;
    }
    int last = route.size() - 1;
    path.lineTo(
        (float) viewport.toScreenX(route.x(last)), (float) viewport.toScreenY(route.y(last)));
    return path;
  }

  /** The point a corner's length away from a corner on the way to its neighbour. */
  private static float towards(float corner, float neighbour, Viewport viewport) {
    float length = (float) (CORNER * Math.min(1, viewport.scale()));
    return corner + Math.clamp((neighbour - corner) / 2, -length, length);
  }

  private static void head(GC gc, Route route, Viewport viewport) {
    int last = route.size() - 1;
    double x = viewport.toScreenX(route.x(last));
    double y = viewport.toScreenY(route.y(last));
    double dx = route.x(last) - route.x(last - 1);
    double dy = route.y(last) - route.y(last - 1);
    double length = Math.max(1e-9, Math.hypot(dx, dy));
    double size = HEAD * Math.min(1, viewport.scale());
    double ux = dx / length * size;
    double uy = dy / length * size;
    int[] triangle = {
      (int) Math.round(x), (int) Math.round(y),
      (int) Math.round(x - 2 * ux + uy), (int) Math.round(y - 2 * uy - ux),
      (int) Math.round(x - 2 * ux - uy), (int) Math.round(y - 2 * uy + ux)
    };
    gc.setFillRule(SWT.FILL_WINDING);
    gc.fillPolygon(triangle);
  }
}
