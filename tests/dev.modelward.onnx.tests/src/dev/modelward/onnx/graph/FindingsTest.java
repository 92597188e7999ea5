// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.tensor.ExternalDataFile;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Draft;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {
  @TempDir Path folder = Path.of("");

  static Stream<OnnxModel> soundModels() {
    return Stream.of(
        Models.twoLayerMlp(),
        Models.smallCnn(),
        Models.quantizedConv(),
        Models.sharedInitializer(),
        Models.withSubgraph(),
        Models.withLoop(),
        Models.withFunction(),
        Models.constantWeights());
  }

  @ParameterizedTest
  @MethodSource("soundModels")
  void hasNothingToSayAboutASoundModel(OnnxModel model) throws IOException {
    assertEquals(List.of(), Findings.of(model));
    assertEquals(List.of(), Findings.verified(model));
  }

  @Test
  void warnsOfNodesBeforeTheNodesThatTheyReadFrom() {
    OnnxModel model =
        new Draft("late")
            .input("x", 2)
            .node("Neg b -> y")
            .node("Abs a -> b")
            .node("Relu x -> a")
            .output("y", 2)
            .model();
    assertEquals(
        List.of(
            new Finding(
                Finding.Severity.WARNING,
                "The nodes are out of order: 2 of 3 before a node that they read from, first Neg"
                    + " y_Neg. Sort them; many tools refuse this order.",
                "graph")),
        Findings.of(model));
  }

  @Test
  void findsNodesThatWaitForEachOther() {
    OnnxModel model =
        new Draft("circle")
            .input("x", 2)
            .node("Add x b -> a")
            .node("Relu a -> b")
            .output("b", 2)
            .model();
    assertEquals(
        List.of(
            new Finding(
                Finding.Severity.ERROR,
                "Nodes that wait for each other can never run: a circle around Add a_Add."
                    + " Break it.",
                "graph")),
        Findings.of(model));
  }

  @Test
  void warnsOfVersionsThatItDoesNotKnow() {
    OnnxModel model = OnnxModel.of(15, List.of(new Opset("", 28)), Models.twoLayerMlp().graph());
    assertEquals(
        List.of(
            "The IR version is 15, 2 above the newest known one, 13."
                + " Update ModelWard, or export the model for an older version.",
            "The opset is 28, 1 above the newest known one, 27."
                + " Update ModelWard, or export the model for an older version."),
        whats(Findings.of(model)));
  }

  @Test
  void acceptsTheNewestVersions() {
    OnnxModel model = OnnxModel.of(13, List.of(new Opset("", 27)), Models.twoLayerMlp().graph());
    assertEquals(List.of(), Findings.of(model));
  }

  @Test
  void findsDomainsThatAreNotImported() {
    OnnxModel model = Models.twoLayerMlp();
    Node foreign = model.graph().nodes().get(1).inDomain("com.example");
    assertEquals(
        List.of(
            new Finding(
                Finding.Severity.ERROR,
                "The operators of 1 of 3 nodes are of the domain 'com.example', which is not imported,"
                    + " first Relu r_Relu. Import an opset of that domain.",
                "model")),
        Findings.of(model.with(model.graph().edit().replaceNode(1, foreign).apply())));
  }

  @Test
  void needsNoImportsInFilesOlderThanThese() {
    assertEquals(List.of(), Findings.of(OnnxModel.of(2, List.of(), Models.twoLayerMlp().graph())));
  }

  @Test
  void warnsOfInitializersOfTheSameName() {
    OnnxModel model = Models.twoLayerMlp();
    Tensor again = model.graph().initializer("b1").orElseThrow();
    assertEquals(
        List.of(
            new Finding(
                Finding.Severity.WARNING,
                "Initializer 'b1' is defined 2 times, and the last one counts. Keep one of them.",
                "graph")),
        Findings.of(model.with(model.graph().edit().add(again).apply())));
  }

  @Test
  void notesInitializersThatNobodyReads() {
    OnnxModel model = Models.twoLayerMlp();
    Tensor unused = Tensor.ofFloats("spare", List.of(3L), 1, 2, 3);
    assertEquals(
        List.of(
            new Finding(
                Finding.Severity.NOTE,
                "No node reads 1 of 5 initializers (12 bytes), first 'spare'."
                    + " Remove what is not read.",
                "graph")),
        Findings.of(model.with(model.graph().edit().add(unused).apply())));
  }

  @Test
  void saysInWhichInnerGraphSomethingIsFound() {
    OnnxModel model = Models.withSubgraph();
    Scope inner =
        Scope.of(model).stream().filter(scope -> !scope.isMain()).findFirst().orElseThrow();
    Tensor unused = Tensor.ofFloats("spare", List.of(), 1);
    OnnxModel changed = inner.replace(model, inner.graph(model).edit().add(unused).apply());
    assertEquals(
        List.of("graph " + inner), Findings.of(changed).stream().map(Finding::where).toList());
  }

  @Test
  void putsTheWorstFirst() {
    OnnxModel model = OnnxModel.of(14, List.of(new Opset("ai.onnx.ml", 3)), unused());
    assertEquals(
        List.of(Finding.Severity.ERROR, Finding.Severity.WARNING, Finding.Severity.NOTE),
        Findings.of(model).stream().map(Finding::severity).toList());
  }

  private static Graph unused() {
    Tensor spare = Tensor.ofFloats("spare", List.of(1L), 1);
    return Models.twoLayerMlp().graph().edit().add(spare).apply();
  }

  @Test
  void findsAnExternalFileThatIsMissing() throws IOException {
    Path file = external();
    Files.delete(folder.resolve("w.bin"));
    assertEquals(
        List.of(
            new Finding(
                Finding.Severity.ERROR,
                "The file with 1 tensor (16 bytes) is missing. Copy it beside the model.",
                "w.bin")),
        Findings.of(OnnxModel.open(file)));
  }

  @Test
  void findsAnExternalFileThatIsTooShort() throws IOException {
    Path file = external();
    Files.write(folder.resolve("w.bin"), new byte[10]);
    List<String> expected =
        List.of("The file with 1 tensor has 10 bytes, 6 too few. Copy it once more.");
    assertEquals(expected, whats(Findings.of(OnnxModel.open(file))));
    assertEquals(expected, whats(Findings.verified(OnnxModel.open(file))));
  }

  @Test
  void findsAChangedExternalFileOnlyWhenItReadsEverything() throws IOException {
    Path file = external();
    byte[] data = Files.readAllBytes(folder.resolve("w.bin"));
    data[0] ^= 1;
    Files.write(folder.resolve("w.bin"), data);
    OnnxModel model = OnnxModel.open(file);
    assertEquals(List.of(), Findings.of(model));
    String what = whats(Findings.verified(model)).get(0);
    assertTrue(what.startsWith("The file has the SHA-1 "), what);
    assertTrue(what.contains(new ExternalDataFile(folder, "w.bin").checksum()), what);
  }

  @Test
  void warnsOfWeightsThatAreNoNumbersOnlyWhenItReadsThem() throws IOException {
    OnnxModel model = withBias(Float.NaN, 1, Float.POSITIVE_INFINITY, Float.NaN);
    assertEquals(List.of(), Findings.of(model));
    assertEquals(
        List.of(
            new Finding(
                Finding.Severity.WARNING,
                "NaN stands in place of 2 of 4 weights, and may spread to all outputs."
                    + " Train or export once more.",
                "b")),
        Findings.verified(model));
  }

  private Path external() throws IOException {
    OnnxModel model = withBias(1, 2, 3, 4);
    Tensor placed =
        new ExternalDataFile(folder, "w.bin").write(model.graph().initializers()).get(0);
    Path file = folder.resolve("model.onnx");
    Files.write(
        file,
        model.with(model.graph().edit().replaceInitializer(0, placed).apply()).message().toArray());
    return file;
  }

  private static OnnxModel withBias(float... bias) {
    return new Draft("biased")
        .input("x", bias.length)
        .tensor(Tensor.ofFloats("b", List.of((long) bias.length), bias))
        .node("Add x b -> y")
        .output("y", bias.length)
        .model();
  }

  private static List<String> whats(List<Finding> findings) {
    return findings.stream().map(Finding::what).toList();
  }
}
