// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import dev.modelward.ui.diagram.Area;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/** A graph as a picture of its own, whole or as far as it was seen. */
public final class Picture {
  private static final double MARGIN = 24;

  /** Larger pictures are made smaller: no bitmap may be larger than memory can hold. */
  private static final double MOST_PIXELS = 64e6;

  private final Scene scene;
  private final BoxMetrics metrics;
  private final GraphPalette palette;
  private final Area area;

  public Picture(Scene scene, BoxMetrics metrics, GraphPalette palette, Area area) {
    this.scene = scene;
    this.metrics = metrics;
    this.palette = palette;
    this.area = area;
  }

  /** The whole graph. */
  public Picture whole() {
    return new Picture(scene, metrics, palette, scene.layout().bounds().grown(MARGIN));
  }

  /** As vectors. */
  public String svg() {
    return new SvgText(scene, metrics, palette).write(area);
  }

  /** As pixels, so many for one unit of the layout. */
  public ImageData png(Display display, double scale) {
    double fitting = Math.sqrt(MOST_PIXELS / Math.max(1, area.width() * area.height()));
    double kept = Math.min(scale, fitting);
    int width = Math.max(1, (int) Math.ceil(area.width() * kept));
    int height = Math.max(1, (int) Math.ceil(area.height() * kept));
    Image image = new Image(display, width, height);
    GC gc = new GC(image);
    try (ScaledFonts fonts = new ScaledFonts(display.getSystemFont())) {
      gc.setAntialias(SWT.ON);
      gc.setBackground(GraphPalette.color(palette.background()));
      gc.fillRectangle(0, 0, width, height);
      Viewport viewport = new Viewport(kept, area.x(), area.y());
      new EdgePainter(palette).paint(gc, scene, viewport, area);
      new BoxPainter(palette, metrics, fonts).paint(gc, scene, viewport, area);
      return image.getImageData();
    } finally {
      gc.dispose();
      image.dispose();
    }
  }
}
