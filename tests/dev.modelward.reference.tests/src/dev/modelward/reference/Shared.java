// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of reference data, which is not part of the project. */
final class Shared {
  static final String ABSENT =
      "NO REFERENCE DATA: the folder that -Dmodelward.shared names has no folder data";

  private Shared() {}

  static boolean isThere() {
    return Files.isDirectory(data());
  }

  /** A file or folder of the reference data. */
  static Path file(String path) {
    return data().resolve(path);
  }

  /** A file of test vectors for algorithms. */
  static Path vectors(String path) {
    return data().resolveSibling("vectors").resolve(path);
  }

  private static Path data() {
    return Path.of(System.getProperty("modelward.shared", "../../../shared"), "data");
  }

  /** All models below a folder of the reference data, in the order of their names. */
  static List<Path> models(String folder) {
    try (Stream<Path> files = Files.walk(file(folder))) {
      return files.filter(path -> path.toString().endsWith(".onnx")).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException("expected reference data in " + folder, e);
    }
  }

  /** The way to a file from the folder of the reference data. */
  static String name(Path file) {
    return data().relativize(file).toString();
  }

  /** A folder for what a test makes, which is not there when the tests begin. */
  static Path scratch(String name) throws IOException {
    Path folder = Path.of(System.getProperty("modelward.target", "target"), "scratch", name);
    return Files.createDirectories(folder);
  }

  /** Deletes a folder and all in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
