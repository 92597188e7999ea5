// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.graph.Weights;
import dev.modelward.testkit.Inquiry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models of other people, beside ONNX Runtime and the checker that wrote their list. */
@ReferenceTest
@Tag("fast")
class RealModelsTest {
  private static final String TABLE = "Models of other people";

  /**
   * What ONNX Runtime calls the constants of operators that it has replaced by their definition.
   */
  private static final String INLINED = "_inlfunc_";

  private final OnnxRuntime runtime = new OnnxRuntime();

  static List<Path> thirdParty() {
    return Shared.models("onnx-third-party");
  }

  static List<Path> all() {
    return Shared.models("").stream()
        .filter(file -> !file.toString().contains("onnx-malformed"))
        .toList();
  }

  @BeforeAll
  static void makeScratch() throws IOException {
    Shared.scratch("real");
  }

  @AfterAll
  static void deleteScratch() throws IOException {
    Shared.delete(Shared.scratch("real"));
  }

  @Test
  void thereAreAsManyModelsAsTheListSays(Report report) throws IOException {
    assertEquals(
        Manifest.rows().keySet(),
        thirdParty().stream().map(RealModelsTest::key).collect(Collectors.toSet()));
    report.add(TABLE, "models opened", all().size(), "all");
    report.add(TABLE, "of these in the list of the ONNX checker", thirdParty().size(), "all");
  }

  private static String key(Path file) {
    return Shared.file("onnx-third-party").relativize(file).toString();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isReadWholeAndWrittenByteForByte(Path file, Report report) throws IOException {
    OnnxModel model = OnnxModel.open(file);
    Path copy = Shared.scratch("real").resolve("copy.onnx");
    model.write(copy);
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(copy));
    Bytes bytes = Bytes.of(Files.readAllBytes(file));
    assertEquals(List.of(), Inquiry.of(bytes, new Source.OfFile(file)));
    List<Weight> weights = Weights.of(model).all();
    int step = Math.ceilDiv(weights.size(), 20);
    for (int i = 0; i < weights.size(); i += step) {
      Weight weight = weights.get(i);
      assertTrue(weight.replace(model, weight.tensor()).message().sameAs(bytes), weight.name());
    }
    report.count(TABLE, "written byte for byte");
  }

  @ParameterizedTest
  @MethodSource("all")
  void agreesWithOnnxRuntimeOnInputsAndOutputs(Path file, Report report) throws IOException {
    OnnxModel model = OnnxModel.open(file);
    try (OrtSession.SessionOptions options = OnnxRuntime.plain();
        OrtSession session = runtime.open(file, options)) {
      assertEquals(
          Agreement.inputs(session.getInputInfo()), Agreement.inputs(model.graph()), "inputs");
      assertEquals(
          Agreement.outputs(session.getOutputInfo().values()),
          Agreement.outputs(model.graph()),
          "outputs");
      report.count(TABLE, "inputs and outputs as in ONNX Runtime, where it loads the model");
    } catch (OrtException e) {
      report.add(TABLE, Shared.name(file), "ONNX Runtime does not load it", e.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void agreesWithOnnxRuntimeOnTheInitializersThatNodesRead(Path file, Report report)
      throws IOException {
    Path saved = Shared.scratch("real").resolve("saved.onnx");
    Files.deleteIfExists(saved);
    try (OrtSession.SessionOptions options = OnnxRuntime.plain()) {
      options.setOptimizedModelFilePath(saved.toString());
      runtime.open(file, options).close();
    } catch (OrtException e) {
      report.add(TABLE, Shared.name(file), "ONNX Runtime does not save it", e.getMessage());
      return;
    }
    assertEquals(used(OnnxModel.open(saved)), used(OnnxModel.open(file)));
    report.count(TABLE, "initializers and constants as in ONNX Runtime, where it loads the model");
  }

  /** The weights of the main graph that are read; ONNX Runtime drops the others. */
  private static Set<String> used(OnnxModel model) {
    Set<String> read = new HashSet<>();
    Scope.graphs(model)
        .values()
        .forEach(graph -> {
          graph.nodes().forEach(node -> read.addAll(node.inputs()));
          graph.outputs().forEach(output -> read.add(output.name()));
        });
    return Weights.of(model).all().stream()
        .filter(weight -> weight.site().scope().isMain())
        .map(Weight::name)
        .filter(name -> read.contains(name) && !name.startsWith(INLINED))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("thirdParty")
  void agreesWithTheListOfTheChecker(Path file, Report report) throws IOException {
    Manifest row = Manifest.of(key(file));
    OnnxModel model = OnnxModel.open(file);
    assertEquals(row.irVersion(), model.irVersion());
    assertEquals(row.opsets(), Manifest.opsets(model));
    assertEquals(row.initializers(), Manifest.initializers(model));
    assertEquals(row.nodes(), Manifest.nodes(model));
    assertEquals(row.subgraphs(), Scope.of(model).size() - 1L);
    report.count(TABLE, "nodes, subgraphs, initializers, versions as in the checker's list");
  }

  @Test
  void openTogetherInLittleTime(Report report) throws IOException {
    long start = System.nanoTime();
    long bytes = 0;
    for (Path file : all()) {
      bytes += OnnxModel.open(file).message().size();
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    report.add(TABLE, "opening all of them, " + bytes + " bytes", millis + " ms", "-");
  }
}
