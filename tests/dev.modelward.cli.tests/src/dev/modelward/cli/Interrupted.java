// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import ai.onnxruntime.OrtEnvironment;
import dev.modelward.learn.train.Trainer;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.runtime.ProtectionException;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** A call of the command line in a process of its own that is interrupted as by Ctrl-C. */
public final class Interrupted {
  private static final long LONGEST = 60;

  private Interrupted() {}

  /** Interrupts a call when it has said something to a file, and gives its exit code. */
  public static int call(Path said, String when, String... arguments)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(arguments)).redirectError(said.toFile()).start();
    try {
      while (process.isAlive() && !Files.readString(said).contains(when)) {
        Thread.sleep(20);
      }
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      if (!process.waitFor(LONGEST, TimeUnit.SECONDS)) {
        throw new IllegalStateException("it did not end");
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command(String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        Stream.of(
                Main.class,
                OnnxModel.class,
                Trainer.class,
                Analyzer.class,
                ProtectionException.class,
                OrtEnvironment.class,
                CommandLine.class,
                LoadSettings.class)
            .map(Interrupted::place)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>(List.of(java, "-cp", classPath));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
