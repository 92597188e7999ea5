// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Java of its own that runs a main class and says in lines how far it is. */
public final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private Child(Process process) {
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts the first of some types, on the class path of all of them. */
  public static Child of(List<Class<?>> types, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", path(types), types.getFirst().getName()));
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  // a launcher of tests may hide the class path it runs them on
  private static String path(List<Class<?>> types) {
    return String.join(File.pathSeparator, types.stream().map(Child::place).distinct().toList());
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next line that it says; none once it has ended. */
  public Optional<String> next() throws IOException {
    return Optional.ofNullable(said.readLine());
  }

  /** Says a line to it. */
  public void tell(String line) throws IOException {
    var to = process.outputWriter(StandardCharsets.UTF_8);
    to.write(line + "\n");
    to.flush();
  }

  /** The number of its process. */
  public long id() {
    return process.pid();
  }

  /** Ends it as nothing can be ended that has a chance to clean up. */
  public void kill() throws InterruptedException {
    // the process itself would close what it has said, too
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.toHandle().destroyForcibly();
    said.close();
  }
}
