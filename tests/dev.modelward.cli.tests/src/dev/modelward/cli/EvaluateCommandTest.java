// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.build.Network;
import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {
  private static final String HELP = " Try 'modelward evaluate --help'.";

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void writeModelsAndCards() throws IOException {
    network(1).write(folder.resolve("net.onnx"));
    Files.writeString(
        folder.resolve("signs.data"), "kind: glyphs\nseed: 1\ncount: 60\nscale: 255\n");
  }

  private static OnnxModel network(long seed) {
    return Network.of(seed, 1, 28, 28).conv(2, 3, 4).relu().flatten().dense(10).model();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Call evaluate(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("evaluate", file("net.onnx"), "--data", file("signs.data")));
    arguments.addAll(List.of(more));
    return Call.of(arguments.toArray(String[]::new));
  }

  private static List<List<String>> rows(Call call) {
    assertEquals(0, call.code(), call.err());
    return call.out().lines().map(line -> Arrays.asList(line.strip().split("  +"))).toList();
  }

  private static void assertFails(int code, String complaint, Call call) {
    assertEquals(new Call(code, "", complaint + "\n"), call);
  }

  @Test
  void printsATableOfTheUsualFigures() {
    List<List<String>> rows = rows(evaluate("--threads", "2"));

    assertEquals(
        List.of("Metric", "Value", "95 % from", "to", "Right", "Records"), rows.getFirst());
    assertEquals(
        List.of("top-1", "top-5", "cross-entropy"),
        rows.stream().skip(1).map(List::getFirst).toList());
    List<String> share = rows.get(1);
    double right = Double.parseDouble(share.get(4));
    assertEquals(right / 60, Double.parseDouble(share.get(1)), 5.01e-5);
    assertEquals("60", share.get(5));
    List<String> mean = rows.get(3);
    assertEquals(5, mean.size());
    assertTrue(mean.get(1).matches("\\d+\\.\\d{4}"), mean::toString);
    assertTrue(Double.parseDouble(mean.get(2)) < Double.parseDouble(mean.get(1)), mean::toString);
    assertTrue(Double.parseDouble(mean.get(3)) > Double.parseDouble(mean.get(1)), mean::toString);
    assertEquals("60", mean.get(4));
  }

  @Test
  void measuresWhatIsAskedForOnTheFirstRecords() {
    List<List<String>> rows =
        rows(
            evaluate(
                "--metric", "cross-entropy", "--metric", "top-1", "--limit", "7", "--batch=2"));

    assertEquals(
        List.of("Metric", "cross-entropy", "top-1"), rows.stream().map(List::getFirst).toList());
    assertEquals("7", rows.get(1).getLast());
  }

  @Test
  void measuresTheAgreementWithAReference() throws IOException {
    network(2).write(folder.resolve("other.onnx"));

    List<List<String>> same =
        rows(evaluate("--reference", file("net.onnx"), "--metric", "agreement"));
    List<List<String>> other = rows(evaluate("--reference", file("other.onnx")));

    assertEquals(List.of("agreement", "1.0000", "0.9398", "1.0000", "60", "60"), same.get(1));
    assertEquals("agreement", other.getLast().getFirst());
    assertTrue(Double.parseDouble(other.getLast().get(1)) < 1, other::toString);
  }

  @Test
  void tellsMachinesTheFigures() {
    Call call = evaluate("--json");

    assertEquals(0, call.code(), call.err());
    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(call.out()));
    assertEquals(
        List.of("schema", "version", "model", "data", "records", "figures"),
        List.copyOf(told.keySet()));
    assertEquals(file("net.onnx"), told.get("model"));
    assertEquals(file("signs.data"), told.get("data"));
    List<?> figures = assertInstanceOf(List.class, told.get("figures"));
    assertEquals(3, figures.size());
    for (Object each : figures) {
      Map<?, ?> figure = assertInstanceOf(Map.class, each);
      assertEquals(
          List.of("metric", "value", "low", "high", "right", "count"),
          List.copyOf(figure.keySet()));
    }
    assertEquals("top-1", assertInstanceOf(Map.class, figures.getFirst()).get("metric"));
    assertTrue(call.out().replace(" ", "").contains("\"right\":null"), call::out);
  }

  @Test
  void threadsDoNotChangeAnyDigit() {
    assertEquals(
        evaluate("--json", "--threads", "1").out(), evaluate("--json", "--threads", "3").out());
  }

  @Test
  void showsProgressUnlessQuiet() {
    assertTrue(evaluate().err().contains("100 % evaluating net.onnx"), evaluate()::err);
    assertEquals("", evaluate("--quiet").err());
    assertEquals(evaluate().out(), evaluate("-q").out());
  }

  @ParameterizedTest
  @CsvSource({
    "--limit, 0, 'expected a limit of at least 1, found 0.'",
    "--batch, 0, 'expected at least 1 record, found 0.'",
    "--threads, 0, 'expected at least 1 thread, found 0.'",
    "--provider, abacus, There is no provider 'abacus'.",
    "--metric, top-6, There is no metric 'top-6'."
  })
  void refusesWhatCannotBe(String option, String value, String what) {
    assertFails(2, "error: modelward evaluate: " + what + HELP, evaluate(option, value));
  }

  @Test
  void saysThatAFileIsMissing() throws IOException {
    Files.delete(folder.resolve("net.onnx"));
    assertFails(
        3,
        "error: " + file("net.onnx") + ": There is no such file. Check the name and the folder.",
        evaluate());
    Files.delete(folder.resolve("signs.data"));
    Call call = evaluate();
    assertEquals(3, call.code());
    assertTrue(call.err().startsWith("error: " + file("signs.data") + ":"), call.err());
  }

  @Test
  void saysWhatToDoWhenDataDoNotFit() throws IOException {
    Network.of(1, 3, 28, 28).flatten().dense(10).model().write(folder.resolve("net.onnx"));

    assertFails(
        3,
        "error: input x: Expected float32 [nx3x28x28], found records of [Nx1x28x28]. Change"
            + " colour, resize or layout in the data card.",
        evaluate());
  }

  @Test
  void saysWhatAMetricNeeds() {
    assertFails(
        3,
        "error: psnr: Expected data with clean images, found data without. Choose other metrics"
            + " or data.",
        evaluate("--metric", "psnr"));
    assertFails(
        3,
        "error: agreement: Expected a reference model for classes, found data without. Choose"
            + " other metrics or data.",
        evaluate("--metric", "agreement"));
  }
}
