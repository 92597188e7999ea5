// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.image;

import dev.modelward.learn.records.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads a list of images: a heading {@code path,label}, then a line for each image with a path
 * relative to the list, which may stand in quotation marks, and a label from 0 up.
 */
public final class PathLines {
  private static final String HEADING = "path,label";
  private static final Pattern LINE =
      Pattern.compile("(?:\"((?:[^\"]|\"\")+)\"|([^\",]+)),\\s*(\\d{1,9})\\s*");

  private PathLines() {}

  public static ImagesReader open(Path csv) throws DataException {
    List<LabelledImage> images = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(csv)) {
      checkHeading(csv, lines.readLine());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        images.add(image(csv, images.size(), line));
      }
    } catch (CharacterCodingException e) {
      throw new DataException(csv.toString(), images.size(), "text in UTF-8", "other bytes");
    } catch (IOException e) {
      throw DataException.unreadable(csv.toString(), e);
    }
    return new ImagesReader(csv.toString(), List.copyOf(images), List.of());
  }

  private static void checkHeading(Path csv, @Nullable String line) throws DataException {
    String found = line == null ? "" : line.strip();
    if (!found.equals(HEADING)) {
      throw new DataException(csv.toString(), "the heading " + HEADING, "'" + found + "'");
    }
  }

  private static LabelledImage image(Path csv, long index, String line) throws DataException {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new DataException(csv.toString(), index, "a path, a comma, a label", line);
    }
    String quoted = matcher.group(1);
    String path = quoted == null ? matcher.group(2).strip() : quoted.replace("\"\"", "\"");
    try {
      return new LabelledImage(csv.resolveSibling(path), Long.parseLong(matcher.group(3)));
    } catch (InvalidPathException e) {
      throw new DataException(csv.toString(), index, "a path", path);
    }
  }
}
