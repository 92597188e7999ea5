// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InspectJsonTest {
  @TempDir Path folder = Path.of("");

  static Stream<OnnxModel> models() {
    return Stream.of(
        Models.smallCnn(),
        Models.quantizedConv(),
        Models.withSubgraph(),
        Models.withFunction(),
        Models.sparse(),
        Models.everyElementType(),
        Models.unsorted());
  }

  @ParameterizedTest
  @MethodSource("models")
  void isWellFormedForEveryKindOfModel(OnnxModel model) throws IOException {
    Map<?, ?> json = json(model);
    assertEquals(
        List.of(
            "file",
            "size",
            "irVersion",
            "opsets",
            "producer",
            "domain",
            "documentation",
            "metadata",
            "graph",
            "graphs",
            "nodes",
            "functions",
            "parameters",
            "bytes",
            "inputs",
            "outputs",
            "layers",
            "operators",
            "externalFiles",
            "findings"),
        new ArrayList<>(json.keySet()));
  }

  @Test
  void tellsFactsLayersAndOperators() throws IOException {
    Map<?, ?> json = json(Models.twoLayerMlp());
    assertEquals(67L, json.get("parameters"));
    assertEquals(268L, json.get("bytes"));
    assertEquals(List.of(Map.of("domain", "ai.onnx", "version", 21L)), json.get("opsets"));
    assertEquals(
        List.of(Map.of("name", "x", "type", "float32 [1, 4]", "shape", List.of(1L, 4L))),
        json.get("inputs"));
    assertEquals(
        Map.of(
            "name",
            "h_Gemm",
            "operator",
            "Gemm",
            "graph",
            "",
            "node",
            0L,
            "shape",
            List.of(4L, 8L),
            "type",
            "float32",
            "parameters",
            40L,
            "bytes",
            160L,
            "share",
            0.597015),
        assertInstanceOf(List.class, json.get("layers")).get(0));
    assertEquals(
        List.of(
            Map.of("operator", "Gemm", "domain", "ai.onnx", "count", 2L),
            Map.of("operator", "Relu", "domain", "ai.onnx", "count", 1L)),
        json.get("operators"));
    assertEquals(List.of(), json.get("findings"));
  }

  @Test
  void tellsFindings() throws IOException {
    assertEquals(
        List.of(
            Map.of(
                "severity", "warning",
                "what",
                    "The nodes are out of order: 2 of 3 before a node that they read from, first"
                        + " Tanh y_Tanh. Sort them; many tools refuse this order.",
                "where", "graph")),
        json(Models.unsorted()).get("findings"));
  }

  @Test
  void tellsThatAnExternalFileIsMissing() throws IOException {
    Path file = Models.externalData(folder);
    Files.delete(folder.resolve("weights.bin"));
    Call call = Call.of("inspect", "--json", file.toString());
    assertEquals(1, call.code());
    assertEquals(
        List.of(
            Map.of(
                "location", "weights.bin", "tensors", 4L, "used", 268L, "size", Optional.empty())),
        model(call).get("externalFiles"));
  }

  @Test
  void keepsEveryCharacterOfATextThatPeopleCouldNotRead() throws IOException {
    String text = "\"\\\u0000\u001b\n\u202e\u00e4\ud83d\ude00";
    Map<?, ?> json = json(Models.twoLayerMlp().withMetadata("key\n", text));
    assertEquals(Map.of("key\n", text), json.get("metadata"));
  }

  @Test
  void keepsFailuresApartFromModels() throws IOException {
    String missing = folder.resolve("missing.onnx").toString();
    Path sound = write(Models.twoLayerMlp());
    Call call = Call.of("inspect", "--json", missing, sound.toString());
    assertEquals(3, call.code());
    assertEquals(sound.toString(), model(call).get("file"));
    assertEquals(
        List.of(
            Map.of(
                "where", missing,
                "what", "There is no such file.",
                "remedy", "Check the name and the folder.")),
        whole(call).get("failures"));
  }

  private Map<?, ?> json(OnnxModel model) throws IOException {
    return model(Call.of("inspect", "--json", write(model).toString()));
  }

  private Path write(OnnxModel model) throws IOException {
    return Files.write(folder.resolve("model.onnx"), model.message().toArray());
  }

  private static Map<?, ?> model(Call call) {
    List<?> models = assertInstanceOf(List.class, whole(call).get("models"));
    assertEquals(1, models.size());
    return assertInstanceOf(Map.class, models.get(0));
  }

  private static Map<?, ?> whole(Call call) {
    Map<?, ?> whole = assertInstanceOf(Map.class, Json.parse(call.out()));
    assertEquals(
        List.of("schema", "version", "models", "artifacts", "failures"),
        new ArrayList<>(whole.keySet()));
    assertEquals(1L, whole.get("schema"));
    return whole;
  }
}
