// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.ui.drawing.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** The way of a picture into a file, in the format that the name of the file asks for. */
final class Export {
  private static final double SHARP = 2;

  private final Picture picture;

  Export(Picture picture) {
    this.picture = picture;
  }

  /** Asks where to, and writes there. */
  void ask(Shell shell, String name) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText(Messages.export_title);
    dialog.setFilterExtensions(new String[] {"*.svg", "*.png"});
    dialog.setFileName(name + ".svg");
    dialog.setOverwrite(true);
    Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(this::write);
  }

  /** Writes to a file: PNG if its name says so, otherwise SVG. */
  void write(Path file) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      ImageData data = picture.png(Display.getCurrent(), SHARP);
      start(file, () -> save(data, file));
    } else {
      String svg = picture.svg();
      start(file, () -> Files.writeString(file, svg));
    }
  }

  /** What a job writes. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void save(ImageData data, Path file) throws IOException {
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {data};
    try (var out = Files.newOutputStream(file)) {
      loader.save(out, SWT.IMAGE_PNG);
    }
  }

  private static void start(Path file, Writing writing) {
    Job.create(
            Messages.export_job,
            monitor -> {
              try {
                writing.run();
                return Status.OK_STATUS;
              } catch (IOException e) {
                return Status.error(
                    NLS.bind(Messages.export_failed, file, String.valueOf(e.getMessage())), e);
              }
            })
        .schedule();
  }
}
