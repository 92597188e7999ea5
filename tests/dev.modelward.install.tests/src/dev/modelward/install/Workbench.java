// SPDX-License-Identifier: EPL-2.0
package dev.modelward.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the bare IDE in a folder of its own, started without a window. */
record Workbench(Path folder) {

  static Workbench copyOfTheBareOne(Path folder) throws IOException {
    Path bare = bare();
    try (Stream<Path> files = Files.walk(bare)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, folder.resolve(bare.relativize(file).toString()));
      }
    }
    return new Workbench(folder);
  }

  private static Path bare() throws IOException {
    try (Stream<Path> files =
        Files.walk(Path.of(System.getProperty("bare")), FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> file.endsWith("plugins"))
          .map(Path::getParent)
          .findFirst()
          .orElseThrow(() -> new IOException("the bare IDE is not built"));
    }
  }

  Run director(String... arguments) throws IOException, InterruptedException {
    return start("org.eclipse.equinox.p2.director", arguments);
  }

  /** Adds a bundle past p2, as the framework's configurator lists them. */
  void add(Probe probe) throws IOException {
    Path jar = probe.writeTo(folder.resolve("plugins"));
    Files.writeString(
        folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"),
        probe.id() + ",1.0.0,plugins/" + jar.getFileName() + ",4,false\n",
        StandardOpenOption.APPEND);
  }

  Run start(String application, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(launcher().toString());
    command.addAll(List.of("-nosplash", "-consoleLog", "-clean"));
    command.addAll(List.of("-data", folder.resolve("workspace").toString()));
    command.addAll(List.of("-application", application));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), log);
  }

  private Path launcher() throws IOException {
    try (Stream<Path> plugins = Files.list(folder.resolve("plugins"))) {
      return plugins
          .filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
          .findFirst()
          .orElseThrow(() -> new IOException("no launcher"));
    }
  }
}
