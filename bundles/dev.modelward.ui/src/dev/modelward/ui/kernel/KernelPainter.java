// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.kernel;

import dev.modelward.ui.chart.Stroke;
import dev.modelward.ui.chart.Surface;
import dev.modelward.ui.diagram.Area;
import dev.modelward.ui.heat.Division;
import dev.modelward.ui.maps.Kernel;
import dev.modelward.ui.widget.Palette;
import java.util.List;
import org.eclipse.swt.graphics.RGB;

/** Draws blocks as small pictures: dark is below 0, light above; sealed ones have a frame. */
record KernelPainter(Surface surface, Palette palette) {
  private static final double SIZE = 30;
  private static final double GAP = 8;
  private static final double FRAME = 2;
  private static final int MIDDLE = 128;
  private static final int REACH = 120;

  void paint(Area area, List<Kernel> kernels, Division division) {
    double greatest =
        kernels.stream()
            .flatMap(kernel -> kernel.weights().stream())
            .mapToDouble(Math::abs)
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    int columns = Math.max(1, (int) ((area.width() + GAP) / (SIZE + GAP)));
    for (int i = 0; i < kernels.size(); i++) {
      double x = area.x() + i % columns * (SIZE + GAP);
      double y = area.y() + i / columns * (SIZE + GAP);
      if (y + SIZE + FRAME <= area.bottom()) {
        Area place = new Area(x, y, SIZE, SIZE);
        kernel(place, kernels.get(i), greatest);
        frame(place.grown(FRAME), division.tier(kernels.get(i).density()));
      }
    }
  }

  private void kernel(Area place, Kernel kernel, double greatest) {
    double width = place.width() / kernel.columns();
    double height = place.height() / kernel.rows();
    for (int i = 0; i < kernel.weights().size(); i++) {
      double x = place.x() + i % kernel.columns() * width;
      double y = place.y() + i / kernel.columns() * height;
      surface.fill(grey(kernel.weights().get(i), greatest), new Area(x, y, width, height));
    }
  }

  private static RGB grey(double weight, double greatest) {
    double part = greatest > 0 ? Math.clamp(weight / greatest, -1, 1) : 0;
    int level = (int) Math.round(MIDDLE + REACH * part);
    return new RGB(level, level, level);
  }

  private void frame(Area around, int tier) {
    if (tier > 0) {
      surface.line(
          Stroke.solid(palette.tier(tier), (int) FRAME),
          around.x(),
          around.y(),
          around.right(),
          around.y(),
          around.right(),
          around.bottom(),
          around.x(),
          around.bottom(),
          around.x(),
          around.y());
    }
  }
}
