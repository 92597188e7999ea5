// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.image;

import dev.modelward.learn.records.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.eclipse.jdt.annotation.Nullable;

/** What a decoder remarked; some fill in what is missing and say no more than this. */
final class Warnings implements IIOReadWarningListener {
  private final List<String> texts = new ArrayList<>();

  @Override
  public void warningOccurred(@Nullable ImageReader source, @Nullable String warning) {
    texts.add(String.valueOf(warning));
  }

  void check(Path file, long index) throws DataException {
    if (!texts.isEmpty()) {
      throw new DataException(file.toString(), index, "an undamaged image", texts.getFirst());
    }
  }
}
