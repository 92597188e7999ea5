// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The importance maps in the folder of a model: those of its name, and those of its weights. */
final class Shelf {
  /** The ending of the files. */
  static final String ENDING = ".importance";

  private final Subject subject;
  private final String digest;

  private Shelf(Subject subject, String digest) {
    this.subject = subject;
    this.digest = digest;
  }

  /** Makes out the model; reads all of it. */
  static Shelf of(Subject subject) throws IOException {
    return new Shelf(subject, Analyzer.digest(subject.content().model()));
  }

  Subject subject() {
    return subject;
  }

  /** The maps that can be read, those of the model as it is now first, by their names. */
  List<MapEntry> look() throws IOException {
    Path folder = Optional.ofNullable(subject.file().toAbsolutePath().getParent()).orElseThrow();
    List<MapEntry> found = new ArrayList<>();
    List<IOException> broken = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        try {
          entry(file).filter(this::isMine).ifPresent(found::add);
        } catch (IOException e) {
          broken.add(e);
        }
      }
    }
    if (found.isEmpty() && !broken.isEmpty()) {
      throw broken.getFirst();
    }
    found.sort(Comparator.comparing(MapEntry::fit).thenComparing(MapEntry::name));
    return found;
  }

  private boolean isMine(MapEntry entry) {
    return entry.isCurrent() || isNamed(entry.name());
  }

  private boolean isNamed(String name) {
    return name.equals(subject.stem() + ENDING) || name.startsWith(subject.stem() + ".");
  }

  /** What a file says of itself; nothing if it is no map, unless it is called like one of ours. */
  private Optional<MapEntry> entry(Path file) throws IOException {
    try {
      ImportanceMap map = ImportanceMap.open(file);
      boolean isCurrent = map.provenance().model().equals(digest);
      Instant written = Files.getLastModifiedTime(file).toInstant();
      MapEntry.Fit fit = isCurrent ? MapEntry.Fit.CURRENT : MapEntry.Fit.OUTDATED;
      return Optional.of(new MapEntry(file, map.provenance(), written, fit));
    } catch (java.nio.file.NoSuchFileException gone) {
      return Optional.empty();
    } catch (MapException | IOException e) {
      if (isNamed(String.valueOf(file.getFileName()))) {
        throw new IOException(e.getMessage(), e);
      }
      return Optional.empty();
    }
  }
}
