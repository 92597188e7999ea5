// SPDX-License-Identifier: EPL-2.0
package dev.modelward.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder of the reactor's bundles: its sources and what the compiler made of them. */
record Bundle(Path folder) {
  private static final String PREFIX = "dev.modelward.";
  private static final Pattern NO_CODE =
      Pattern.compile("\\s*((//|/\\*|\\*).*|(import|package) .*|[\\])};,]*)\\s*");

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
    return sources().stream()
        .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
  }

  /**
   * The lines of all sources but blanks, comments, imports, and those that only close something.
   */
  long linesOfCode() {
    return sources().stream().flatMap(Bundle::lines).filter(Bundle::isCode).count();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCode(String line) {
    return !NO_CODE.matcher(line).matches();
  }

  /** The number of bytes of a jar of all classes. */
  long jarSize() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path classes = folder.resolve("target/classes");
    try (ZipOutputStream jar = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, jar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }

  private List<Path> sources() {
    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
      return files.filter(Bundle::isSource).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") && !file.getFileName().toString().contains("-info");
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
