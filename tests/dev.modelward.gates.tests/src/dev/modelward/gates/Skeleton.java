// SPDX-License-Identifier: EPL-2.0
package dev.modelward.gates;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** A copy of the reactor that has its rules, its architecture tests and bundles made by a test. */
record Skeleton(Path folder) {
  private static final Path REACTOR = Path.of(System.getProperty("reactor"));
  private static final List<String> COPIED =
      List.of(
          ".mvn",
          "releng/config",
          "releng/targetplatform",
          "tests/dev.modelward.architecture/pom.xml",
          "tests/dev.modelward.architecture/src");

  static Skeleton create(String name) throws IOException {
    Skeleton skeleton = new Skeleton(Path.of(System.getProperty("skeletons")).resolve(name));
    skeleton.delete();
    for (String path : COPIED) {
      skeleton.copy(REACTOR.resolve(path));
    }
    String pom = Files.readString(REACTOR.resolve("pom.xml"));
    skeleton.write(
        "pom.xml",
        pom.replaceAll(
            "(?s)<modules>.*</modules>", modules("bundles", "tests/dev.modelward.architecture")));
    return skeleton;
  }

  private static String modules(String... folders) {
    StringBuilder modules = new StringBuilder("<modules>");
    for (String folder : folders) {
      modules.append("<module>").append(folder).append("</module>");
    }
    return modules.append("</modules>").toString();
  }

  /** Adds a bundle whose only package is marked as free of null. */
  TinyBundle bundle(String name) throws IOException {
    TinyBundle bundle = new TinyBundle(this, name);
    bundle.writeProject();
    bundle.writePackage(bundle.id());
    return bundle;
  }

  void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  Outcome maven(String... arguments) throws IOException, InterruptedException {
    return Outcome.ofMaven(folder, arguments);
  }

  private void copy(Path from) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path to = folder.resolve(REACTOR.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void delete() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
