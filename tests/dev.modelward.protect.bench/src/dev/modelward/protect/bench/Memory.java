// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.bench;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.run.Unlocker;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The largest resident memory of a fresh process that opens a model and ends. */
final class Memory {
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private Memory() {}

  /** Of one that opens the public model by ONNX Runtime alone, in megabytes. */
  static long ofPublic(Artifact artifact) throws IOException {
    return peak("public", artifact.model().toString());
  }

  /** Of one that unlocks the artifact, in megabytes. */
  static long ofUnlocked(Artifact artifact, TierKey key) throws IOException {
    // the key is for this run only, and of nothing that is worth a secret
    return peak(
        artifact.folder().toString(),
        artifact.vendor().toString(),
        HexFormat.of().formatHex(key.bytes()));
  }

  private static long peak(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:MaxDirectMemorySize=4g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Memory.class.getName()));
    command.addAll(List.of(args));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Long.parseLong(said.strip());
  }

  public static void main(String[] args) throws Exception {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      if (args[0].equals("public")) {
        environment.createSession(args[1], options).close();
      } else {
        Artifact artifact = Artifact.open(Path.of(args[0]), VendorKey.parse(args[1]));
        byte[] bytes = HexFormat.of().parseHex(args[2]);
        int tier = artifact.manifest().highest();
        try (TierKey key = TierKey.of(artifact.manifest().artifact(), tier, bytes)) {
          new Unlocker(environment, options, THREADS).unlock(artifact, key).close();
        }
      }
    }
    String peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    System.out.println(Long.parseLong(peak.replaceAll("\\D", "")) / 1024);
  }
}
