// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.sheet;

import dev.modelward.ui.chart.ScreenSurface;
import dev.modelward.ui.chart.SvgSurface;
import dev.modelward.ui.diagram.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** The way of a page into a file, in the format that the name of the file asks for. */
public record SheetExport(Drawable picture, Area area, String csv) {

  /** Asks where to, and writes there. */
  public void ask(Shell shell, String name) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText(Messages.title);
    dialog.setFilterExtensions(new String[] {"*.svg", "*.png", "*.csv"});
    dialog.setFileName(name + ".svg");
    dialog.setOverwrite(true);
    Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(this::write);
  }

  /** Writes to a file: PNG or CSV if its name says so, otherwise SVG. */
  public void write(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      ImageData pixels = pixels();
      start(file, () -> save(pixels, file));
    } else if (name.endsWith(".csv")) {
      start(file, () -> Files.writeString(file, csv));
    } else {
      SvgSurface surface = new SvgSurface(area);
      picture.draw(surface, area);
      String svg = surface.svg();
      start(file, () -> Files.writeString(file, svg));
    }
  }

  private ImageData pixels() {
    Image image = new Image(Display.getCurrent(), (int) area.width(), (int) area.height());
    GC gc = new GC(image);
    try {
      picture.draw(new ScreenSurface(gc), area);
      return image.getImageData();
    } finally {
      gc.dispose();
      image.dispose();
    }
  }

  private static void save(ImageData pixels, Path file) throws IOException {
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {pixels};
    try (var out = Files.newOutputStream(file)) {
      loader.save(out, SWT.IMAGE_PNG);
    }
  }

  /** What a job writes. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void start(Path file, Writing writing) {
    Job.create(
            Messages.job,
            monitor -> {
              try {
                writing.run();
                return Status.OK_STATUS;
              } catch (IOException e) {
                return Status.error(
                    NLS.bind(Messages.failed, file, String.valueOf(e.getMessage())), e);
              }
            })
        .schedule();
  }
}
