// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.image;

import dev.modelward.learn.records.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists folders in the order of their names, whatever the order of the file system. */
public final class Folders {
  private Folders() {}

  public static ImagesReader flat(Path folder) throws DataException {
    List<LabelledImage> images =
        images(folder).stream().map(file -> new LabelledImage(file, 0)).toList();
    return new ImagesReader(folder.toString(), images, List.of());
  }

  public static ImagesReader classes(Path folder) throws DataException {
    List<Path> folders =
        list(folder, file -> Files.isDirectory(file) && !name(file).startsWith("."));
    if (folders.isEmpty()) {
      throw new DataException(folder.toString(), "a folder for each class", "no folder");
    }
    List<LabelledImage> images = new ArrayList<>();
    for (int label = 0; label < folders.size(); label++) {
      for (Path file : images(folders.get(label))) {
        images.add(new LabelledImage(file, label));
      }
    }
    return new ImagesReader(
        folder.toString(), List.copyOf(images), folders.stream().map(Folders::name).toList());
  }

  private static List<Path> images(Path folder) throws DataException {
    List<Path> images = list(folder, file -> Files.isRegularFile(file) && ImageDecoder.reads(file));
    if (images.isEmpty()) {
      throw new DataException(folder.toString(), "PNG, JPEG or BMP images", "none");
    }
    return images;
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) throws DataException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(wanted).sorted(Comparator.comparing(Folders::name)).toList();
    } catch (IOException e) {
      throw DataException.unreadable(folder.toString(), e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
