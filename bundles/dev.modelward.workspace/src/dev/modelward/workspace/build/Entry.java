// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import dev.modelward.workspace.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a plan was built last: from what, how it ended, and how the files of the artifact looked. */
record Entry(Outcome outcome, Inputs inputs, SortedMap<String, Stamp> artifact) {

  /** How a build ends. */
  enum Outcome {
    /** There is an artifact. */
    BUILT,
    /** These inputs make no artifact. */
    REFUSED,
    /** An analysis is needed that nobody has asked for. */
    WAITING,
    /** Something else was in the way, which may be gone when somebody asks again. */
    BROKEN
  }

  /** Keeps its own copy. */
  Entry {
    artifact = Collections.unmodifiableSortedMap(new TreeMap<>(artifact));
  }

  /** How the files in an artifact's folder look; none if there is no folder. */
  static SortedMap<String, Stamp> look(Path folder) throws IOException {
    SortedMap<String, Stamp> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      List<Path> all;
      try (Stream<Path> list = Files.list(folder)) {
        all = list.toList();
      }
      for (Path file : all) {
        files.put(String.valueOf(file.getFileName()), Input.stamp(file));
      }
    }
    return files;
  }
}
