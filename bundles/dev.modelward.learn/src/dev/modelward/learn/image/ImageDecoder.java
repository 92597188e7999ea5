// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.image;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Sample;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads PNG, JPEG and BMP files; a file with a warning is as bad as one with an error. */
final class ImageDecoder {
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp");
  private static final String EXPECTED = "a PNG, JPEG or BMP image";

  private ImageDecoder() {}

  /** Whether a file's name says that it is an image that can be read. */
  static boolean reads(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && !name.startsWith(".");
  }

  static void read(Path file, long index, Sample into) throws DataException {
    try (ImageInputStream in = stream(file)) {
      new ImageFile(decode(in, file, index)).put(into);
    } catch (IOException e) {
      throw DataException.unreadable(file.toString(), index, e);
    } catch (RuntimeException e) {
      // the decoders of the JDK throw these on damaged files
      throw DataException.unreadable(file.toString(), index, new IOException(EXPECTED, e));
    }
  }

  /** The whole file at once, because the decoders ask for one byte after the other. */
  private static ImageInputStream stream(Path file) throws IOException {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  private static BufferedImage decode(ImageInputStream in, Path file, long index)
      throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      throw new DataException(file.toString(), index, EXPECTED, "other bytes");
    }
    ImageReader reader = readers.next();
    try {
      Warnings warnings = new Warnings();
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(in, true, true);
      checkSize((long) reader.getWidth(0) * reader.getHeight(0), file, index);
      BufferedImage image = reader.read(0);
      warnings.check(file, index);
      return image;
    } finally {
      reader.dispose();
    }
  }

  private static void checkSize(long pixels, Path file, long index) throws DataException {
    if (3 * pixels > Sample.MOST) {
      throw new DataException(
          file.toString(), index, "an image of at most 2^28 values", pixels + " pixels");
    }
  }
}
