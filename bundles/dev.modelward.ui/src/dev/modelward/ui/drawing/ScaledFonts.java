// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.drawing;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;

/** One font in all sizes that zooming has asked for; disposed by the one who made it. */
public final class ScaledFonts implements AutoCloseable {
  private final Device device;
  private final FontData base;
  private final Map<Integer, Font> fonts = new HashMap<>();

  public ScaledFonts(Font font) {
    this.device = font.getDevice();
    this.base = font.getFontData()[0];
  }

  public Font plain(double scale) {
    return font(scale, SWT.NORMAL);
  }

  public Font bold(double scale) {
    return font(scale, SWT.BOLD);
  }

  private Font font(double scale, int style) {
    int height = Math.max(1, (int) Math.floor(base.getHeight() * scale));
    return fonts.computeIfAbsent(
        height * 4 + style, key -> new Font(device, base.getName(), height, style));
  }

  @Override
  public void close() {
    fonts.values().forEach(Font::dispose);
    fonts.clear();
  }
}
