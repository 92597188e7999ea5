// SPDX-License-Identifier: EPL-2.0
package dev.modelward.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of the reactor's bundles: its sources and what the compiler made of them. */
record Bundle(Path folder) {
  private static final String PREFIX = "dev.modelward.";

  static List<Bundle> all() {
    Path bundles = Path.of(System.getProperty("bundles"));
    try (Stream<Path> folders = Files.list(bundles)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
          .sorted()
          .map(Bundle::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    String id = folder.getFileName().toString();
    return id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id;
  }

  JavaClasses classes() {
    return new ClassFileImporter().importPath(folder.resolve("target/classes"));
  }

  /** The number of types' files in each package. */
  Map<Path, Long> filesPerPackage() {
    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
      return files
          .filter(isSource())
          .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Predicate<Path> isSource() {
    return file ->
        file.toString().endsWith(".java") && !file.getFileName().toString().contains("-info");
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
