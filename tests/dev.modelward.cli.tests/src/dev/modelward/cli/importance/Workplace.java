// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.cli.Call;
import dev.modelward.learn.build.Network;
import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder with a small model, {@code net.onnx}, and a data card that fits it. */
record Workplace(Path folder) {

  static Workplace in(Path folder) throws IOException {
    Workplace place = new Workplace(folder);
    network(1).write(place.path("net.onnx"));
    place.write("signs.data", "kind: glyphs\nseed: 1\ncount: 60\nscale: 255\n");
    return place;
  }

  static OnnxModel network(long seed) {
    return Network.of(seed, 1, 28, 28).conv(2, 3, 4).relu().flatten().dense(10).model();
  }

  void write(String name, String text) throws IOException {
    Files.writeString(path(name), text);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  String file(String name) {
    return path(name).toString();
  }

  /** Calls the verb for the model without data. */
  Call analyzeAlone(String... more) {
    return call(List.of(more));
  }

  /** Calls the verb for the model with the data card. */
  Call analyze(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--data", file("signs.data")));
    arguments.addAll(List.of(more));
    return call(arguments);
  }

  private Call call(List<String> more) {
    List<String> arguments = new ArrayList<>(List.of("analyze", file("net.onnx")));
    arguments.addAll(more);
    return Call.of(arguments.toArray(String[]::new));
  }

  /** Makes a map by a criterion that needs no data. */
  void map(String name, String... criterion) {
    List<String> arguments = new ArrayList<>(List.of("-q", "--out", file(name), "--criterion"));
    arguments.addAll(List.of(criterion));
    assertEquals(new Call(0, "", ""), call(arguments));
  }

  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }
}
