// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program of somebody else, called in a folder, and what it said. */
record Program(int code, String said) {

  /** Calls a program that must end well. */
  static String run(String... command) throws IOException, InterruptedException {
    Program program = in(Path.of(""), command);
    assertEquals(0, program.code(), program.said());
    return program.said();
  }

  /** Calls a program in a folder. */
  static Program in(Path folder, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(folder.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Program(process.waitFor(), said);
  }
}
