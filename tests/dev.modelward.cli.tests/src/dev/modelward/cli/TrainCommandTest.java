// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  private static final String RECIPE =
      """
      objective: cross-entropy
      epochs: 2
      batch: 20
      schedule: {kind: constant, rate: 0.01}
      """;

  private static final String NETWORK =
      "network: {input: [1, 28, 28], layers: [conv: [4, 3, 2], norm, relu, flatten, dense: 10]}\n";

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void writeCards() throws IOException {
    write("signs.data", "kind: glyphs\nseed: 1\ncount: 200\nscale: 255\n");
    write("new.recipe", RECIPE + NETWORK);
    write("more.recipe", RECIPE);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private List<String> arguments(String recipe, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("train", "--data", file("signs.data"), "--recipe", file(recipe)));
    arguments.addAll(List.of("--out", file("out.onnx")));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private Call train(String recipe, String... more) {
    return Call.of(arguments(recipe, more).toArray(String[]::new));
  }

  private void assertFails(int code, String complaint, Call call) {
    assertEquals(new Call(code, "", complaint + "\n"), call);
    assertFalse(Files.exists(folder.resolve("out.onnx")));
  }

  @Test
  void trainsTheNetworkThatTheRecipeDescribes() {
    Call call = train("new.recipe");

    assertEquals(0, call.code(), call.err());
    List<String> lines = call.out().lines().toList();
    assertEquals("  Epoch    Loss", lines.getFirst());
    assertTrue(lines.get(1).matches(" +1  \\d\\.\\d{4}"), lines.get(1));
    assertTrue(lines.get(2).matches(" +2  \\d\\.\\d{4}"), lines.get(2));
    assertTrue(lines.get(3).matches(".*out\\.onnx: 7,902 parameters, trained in \\d+ s"));
    assertTrue(call.err().contains("100 % training out.onnx, epoch 2 of 2, loss "), call.err());
    assertEquals(new Call(0, "", ""), Call.of("inspect", "--verify", "-q", file("out.onnx")));
  }

  @Test
  void goesOnWithAModel() throws IOException {
    train("new.recipe");
    Files.move(folder.resolve("out.onnx"), folder.resolve("first.onnx"));

    Call call = train("more.recipe", "--quiet", file("first.onnx"));

    assertEquals(new Call(0, "", ""), call);
    assertTrue(Files.mismatch(folder.resolve("out.onnx"), folder.resolve("first.onnx")) >= 0);
  }

  @Test
  void tellsMachinesWhatWasLearned() {
    Call call = train("new.recipe", "--json");

    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(call.out()));
    assertEquals(
        List.of("schema", "version", "file", "seconds", "epochs"), List.copyOf(told.keySet()));
    List<?> epochs = assertInstanceOf(List.class, told.get("epochs"));
    assertEquals(2, epochs.size());
    assertTrue(assertInstanceOf(Map.class, epochs.get(1)).keySet().contains("loss"));
  }

  @Test
  void replacesAFileOnlyWhenForced() throws IOException {
    write("out.onnx", "precious");

    assertEquals(
        "error: "
            + file("out.onnx")
            + ": There is such a file already. Add --force to replace it.\n",
        train("new.recipe").err());
    assertEquals("precious", Files.readString(folder.resolve("out.onnx")));
    assertEquals(0, train("new.recipe", "--force").code());
  }

  @Test
  void wantsOneModelAndOnlyOne() {
    assertFails(
        3,
        "error: "
            + file("more.recipe")
            + ": The recipe describes no network, and no model is given. Name a model file, or"
            + " describe a network (docs/recipes.md).",
        train("more.recipe"));
    assertFails(
        3,
        "error: "
            + file("new.recipe")
            + ": The recipe describes a network, and a model is given too. Leave out one of them.",
        train("new.recipe", file("some.onnx")));
  }

  @Test
  void saysWhereARecipeIsWrong() throws IOException {
    write("new.recipe", RECIPE + "seeed: 1\n");

    assertFails(
        3,
        "error: "
            + file("new.recipe")
            + ":5:1: there is no key 'seeed' here; is 'seed' meant? Correct it there.",
        train("new.recipe"));
  }

  @Test
  void saysWhenDataAndModelDoNotFit() throws IOException {
    write("new.recipe", RECIPE + "network: {input: [1, 28, 28], layers: [flatten, dense: 4]}\n");

    Call call = train("new.recipe");

    assertEquals(3, call.code());
    assertTrue(
        call.err().matches("error: sample \\d+: Expected a label below 4, found \\d\\. Change.*\n"),
        call.err());
  }

  @Test
  void saysWhenOnnxRuntimeRefuses() throws IOException {
    write("new.recipe", RECIPE + "network: {input: [3, 28, 28], layers: [flatten, dense: 10]}\n");

    Call call = train("new.recipe");

    assertEquals(3, call.code());
    assertTrue(call.err().startsWith("error: ONNX Runtime: "), call.err());
  }

  @Test
  void refusesAnOddNumberOfThreads() {
    assertFails(
        2,
        "error: --threads 0: There is no such number. Give at least 1.",
        train("new.recipe", "--threads", "0"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anInterruptedTrainingLeavesItsCheckpointAndGoesOnFromIt() throws Exception {
    write("new.recipe", RECIPE.replace("epochs: 2", "epochs: 40") + NETWORK);
    train("new.recipe");
    Path whole = folder.resolve("whole.onnx");
    Files.move(folder.resolve("out.onnx"), whole);
    String[] resumable =
        arguments("new.recipe", "--checkpoint", file("kept")).toArray(String[]::new);
    Path said = folder.resolve("said");
    assertEquals(130, Interrupted.call(said, "10 %", resumable), Files.readString(said));
    assertTrue(Files.readString(said).contains("goes on from " + file("kept")));
    assertEquals(
        List.of("kept", "more.recipe", "new.recipe", "said", "signs.data", "whole.onnx"), names());
    assertEquals(0, Call.of(resumable).code());
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(folder.resolve("out.onnx")));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }
}
