// SPDX-License-Identifier: EPL-2.0
package dev.modelward.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A clone that holds the scripts only, on a machine whose programs are stand-ins. */
record Clone(Path folder) {

  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

  /** A new clone in an empty folder. */
  static Clone in(Path folder) throws IOException {
    Clone clone = new Clone(folder.toRealPath());
    for (String script : new String[] {"modelward", "mvnw", "tests/run"}) {
      clone.copy(Path.of(script));
    }
    try (Stream<Path> parts = Files.list(REPOSITORY.resolve("releng/launch"))) {
      for (Path part : parts.toList()) {
        clone.copy(REPOSITORY.relativize(part));
      }
    }
    Files.createDirectories(clone.home());
    return clone;
  }

  private void copy(Path path) throws IOException {
    Path copy = folder.resolve(path);
    Files.createDirectories(copy.getParent());
    Files.copy(REPOSITORY.resolve(path), copy);
  }

  /** The home folder of this clone's user. */
  Path home() {
    return folder.resolve("home");
  }

  /** Writes a file below the clone. */
  Path file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Writes a shell script below the clone. */
  Path script(String path, String text) throws IOException {
    Files.deleteIfExists(folder.resolve(path));
    Path script = file(path, "#!/bin/sh\n" + text);
    script.toFile().setExecutable(true);
    return script;
  }

  /** Puts a stand-in for a program of the machine on the path. */
  void program(String name, String text) throws IOException {
    script("programs/" + name, text);
  }

  /** Unpacks a JDK that says its version and, as `java`, what it was asked to run. */
  Path jdk(String path, String version) throws IOException {
    script(path + "/bin/java", "echo java \"$@\"\n");
    script(path + "/bin/javac", "");
    file(path + "/release", "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    return folder.resolve(path);
  }

  /** Runs a command in the clone, with these variables besides PATH and HOME. */
  Outcome run(Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("output", ".txt");
    Path errors = Files.createTempFile("errors", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("programs") + ":/usr/bin:/bin");
    builder.environment().put("HOME", home().toString());
    builder.environment().putAll(variables);
    int code = builder.start().waitFor();
    Outcome outcome = new Outcome(code, Files.readString(output), Files.readString(errors));
    Files.delete(output);
    Files.delete(errors);
    return outcome;
  }

  /** Sources one of the parts in releng/launch and runs shell text after it. */
  Outcome call(String part, String text) throws IOException, InterruptedException {
    return run(Map.of(), "sh", "-c", "root=$PWD; . releng/launch/" + part + "\n" + text);
  }
}
