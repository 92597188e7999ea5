// SPDX-License-Identifier: EPL-2.0
package dev.modelward.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How a run of Maven ended and what it said. */
record Outcome(int exit, String log) {
  private static final Pattern EACH_FILE = Pattern.compile("(?=\n.*\\.java:)");

  /** Runs the Maven that runs this test, without a network. */
  static Outcome ofMaven(Path folder, String... arguments)
      throws IOException, InterruptedException {
    String script = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("maven.home"), "bin", script).toString());
    command.add("-B");
    command.add("-o");
    command.add("-Dmaven.repo.local=" + System.getProperty("local.repository"));
    command.addAll(List.of(arguments));
    Path log = folder.resolve("maven.log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // a run this short is over before the optimizing compiler pays
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    int exit = builder.start().waitFor();
    return new Outcome(exit, Files.readString(log));
  }

  void passed() {
    assertEquals(0, exit, log);
  }

  /** Checks that the run failed with a complaint about a file. */
  void failedSaying(String file, String complaint) {
    assertNotEquals(0, exit, log);
    assertTrue(
        EACH_FILE
            .splitAsStream(log)
            .anyMatch(part -> part.contains(file) && part.contains(complaint)),
        () -> "nothing says '" + complaint + "' about '" + file + "' in\n" + log);
  }
}
