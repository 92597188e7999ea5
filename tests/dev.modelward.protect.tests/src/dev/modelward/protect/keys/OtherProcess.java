// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import dev.modelward.runtime.stream.StreamKey;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Another process that works on a ring, and says each step once it is done. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private OtherProcess(Process process) {
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Adds a number of signing keys, or holds the lock where the number is zero. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    int count = Integer.parseInt(arguments[2]);
    if (count == 0) {
      hold(file);
      return;
    }
    try (KeyRing ring = KeyRing.open(file, new Protector.KeyFile(Path.of(arguments[1])))) {
      say("open");
      for (int i = 0; i < count; i++) {
        say(ring.newSigner().id());
      }
    }
  }

  private static void hold(Path file) throws IOException, KeyRingException {
    new WriterLock(RingFile.lockOf(file), Duration.ofSeconds(10))
        .during(() -> {
          say("held");
          return System.in.read();
        });
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  static OtherProcess adding(Path file, Path key, int count)
      throws IOException, URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // one that is over so soon needs no optimizing compiler
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx64m", "-cp", path()));
    command.addAll(
        List.of(
            OtherProcess.class.getName(),
            file.toString(),
            key.toString(),
            Integer.toString(count)));
    return new OtherProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  static OtherProcess holding(Path file) throws IOException, URISyntaxException {
    return adding(file, file, 0);
  }

  // a launcher of tests may hide the class path it runs them on
  private static String path() throws URISyntaxException {
    List<String> places = new ArrayList<>();
    for (Class<?> type :
        List.of(OtherProcess.class, KeyRing.class, StreamKey.class, Ed25519.class)) {
      places.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(File.pathSeparator, places.stream().distinct().toList());
  }

  /** The next step that is done. */
  String next() throws IOException {
    return said.readLine();
  }

  /** All steps that are still to come. */
  Stream<String> rest() {
    return said.lines();
  }

  void kill() {
    // the process itself would close what it has said, too
    process.toHandle().destroyForcibly();
  }

  int exit() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    kill();
  }
}
