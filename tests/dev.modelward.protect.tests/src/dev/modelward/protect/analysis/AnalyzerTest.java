// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.protect.importance.ScoredLayer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model is analyzed as far as it can be, and the map says what could not. */
class AnalyzerTest {
  private static ImportanceMap map(OnnxModel model, Criterion criterion) throws Exception {
    return Analyzer.on(1).analyze(model, Patients.glyphs(24), criterion, Progress.NONE);
  }

  @Test
  void aMapSaysWhereItComesFrom() throws Exception {
    OnnxModel model = Patients.untaught();
    ImportanceMap map = map(model, Criterion.Fisher.usual());
    Provenance provenance = map.provenance();
    assertEquals(Criterion.Fisher.usual(), provenance.criterion());
    assertEquals(Patients.glyphs(24).digest(), provenance.data());
    assertEquals(64, provenance.model().length());
    assertEquals(Provenance.Truth.LABELS, provenance.truth());
    assertEquals(24, provenance.cost().samples());
    assertTrue(provenance.versions().contains("ONNX Runtime 1."), provenance.versions());
    assertTrue(provenance.cost().seconds() > 0);
    assertEquals(List.of(), map.findings());
  }

  @Test
  void magnitudeIsTheSumOfAbsoluteWeightsBehindTheNorm() throws Exception {
    OnnxModel model = Patients.taught();
    ScoredLayer conv =
        Analyzer.on(1).analyze(model, new Criterion.Magnitude(), Progress.NONE).layers().getFirst();
    float[] weights = numbers(model, "conv0.weight");
    float[] scale = numbers(model, "norm1.scale");
    float[] variance = numbers(model, "norm1.variance");
    for (int output = 0; output < scale.length; output++) {
      double sum = 0;
      for (int tap = 0; tap < 9; tap++) {
        sum += Math.abs(weights[output * 9 + tap]);
      }
      double factor = Math.abs(scale[output]) / Math.sqrt(variance[output] + 1e-5);
      assertEquals(sum * factor, conv.scores().at(output), 1e-5 * sum * factor);
    }
  }

  private static float[] numbers(OnnxModel model, String name) throws Exception {
    Tensor tensor = model.graph().initializer(name).orElseThrow();
    float[] numbers = new float[(int) tensor.elements()];
    tensor.numbers().copyTo(numbers, 0);
    return numbers;
  }

  @Test
  void magnitudeOfColumnsAndRowsIsTheSame() throws Exception {
    float[] values = {1, -2, 3, -4, 5, -6};
    float[] turned = {1, -4, -2, 5, 3, -6};
    ScoredLayer rows =
        dense(Tensor.ofFloats("w", List.of(2L, 3L), values), Attribute.of("transB", 1));
    ScoredLayer columns =
        dense(Tensor.ofFloats("w", List.of(3L, 2L), turned), Attribute.of("transB", 0));
    for (int i = 0; i < 2; i++) {
      assertEquals(new float[] {6, 15}[i], rows.scores().at(i));
      assertEquals(rows.scores().at(i), columns.scores().at(i));
    }
  }

  private static ScoredLayer dense(Tensor weight, Attribute form) throws Exception {
    GraphEdit edit = Graph.named("dense").edit();
    edit.add(weight);
    edit.addInput(value("x", 1, 3));
    edit.add(Node.of("Gemm", List.of("x", "w"), List.of("y")).with(form));
    edit.addOutput(value("y", 1, 2));
    OnnxModel model = OnnxModel.of(8, List.of(new Opset("", 17)), edit.apply());
    return Analyzer.on(1)
        .analyze(model, new Criterion.Magnitude(), Progress.NONE)
        .layers()
        .getFirst();
  }

  private static Value value(String name, long... dims) {
    return new Value(name, new ValueType.OfTensor(ElementType.FLOAT32, Shape.of(dims)));
  }

  @Test
  void chanceIsDrawnFromItsSeed() throws Exception {
    OnnxModel model = Patients.untaught();
    ImportanceMap one = Analyzer.on(1).analyze(model, new Criterion.Random(1), Progress.NONE);
    ImportanceMap same = Analyzer.on(1).analyze(model, new Criterion.Random(1), Progress.NONE);
    ImportanceMap other = Analyzer.on(1).analyze(model, new Criterion.Random(2), Progress.NONE);
    assertTrue(one.agreesWith(same));
    assertTrue(!one.layers().equals(other.layers()));
    assertEquals(Provenance.NO_DATA, one.provenance().data());
    assertThrows(
        IllegalArgumentException.class,
        () -> Analyzer.on(1).analyze(model, Criterion.Fisher.usual(), Progress.NONE));
  }

  @Test
  void onlyChosenLayersAreLookedAt() throws Exception {
    ImportanceMap map =
        Analyzer.on(1)
            .of(layer -> layer.kind() == BlockKind.NEURON)
            .analyze(
                Patients.untaught(), Patients.glyphs(16), Criterion.Fisher.usual(), Progress.NONE);
    assertEquals(1, map.layers().size());
    assertEquals(map(Patients.untaught(), Criterion.Fisher.usual()).parameters(), map.parameters());
  }

  /** A network with a node in the middle that gradients cannot pass. */
  private static OnnxModel blocked() {
    OnnxModel model = Network.of(5, 1, 28, 28).conv(3, 3, 4).relu().flatten().dense(10).model();
    Graph graph = model.graph();
    GraphEdit edit = graph.edit();
    edit.add(Tensor.ofLongs("axis", List.of(), 1));
    for (int i = 0; i < graph.nodes().size(); i++) {
      if (graph.nodes().get(i).is("Flatten")) {
        Node flat = graph.nodes().get(i);
        edit.insertNode(
            i + 1,
            Node.of("CumSum", List.of(flat.outputs().getFirst(), "axis"), List.of("summed"))
                .named("sums"));
      } else if (graph.nodes().get(i).is("Gemm")) {
        Node gemm = graph.nodes().get(i);
        edit.replaceNode(
            i, gemm.reading(List.of("summed", gemm.inputs().get(1), gemm.inputs().get(2))));
      }
    }
    return model.with(edit.apply());
  }

  @Test
  void whereGradientsCannotPassDecoysAreTried() throws Exception {
    for (Criterion wanted :
        List.of(Criterion.Fisher.usual(), Criterion.ProbabilisticSelection.usual())) {
      ImportanceMap map = map(blocked(), wanted);
      assertInstanceOf(Criterion.Ablation.class, map.provenance().criterion());
      Finding finding = map.findings().getFirst();
      assertEquals(Finding.Severity.WARNING, finding.severity());
      assertEquals("node sums", finding.where());
      assertTrue(finding.what().contains("CumSum of version"), finding.what());
      assertTrue(finding.what().contains("ablation"), finding.what());
      assertEquals(2, map.layers().size());
    }
  }

  @Test
  void weightsThatConstantsHoldAreWeights() throws Exception {
    OnnxModel model = Patients.untaught();
    Graph graph = model.graph();
    GraphEdit edit = graph.edit();
    Tensor kernel = graph.initializer("conv0.weight").orElseThrow();
    edit.removeInitializer(0);
    edit.insertNode(
        0,
        Node.of("Constant", List.of(), List.of("conv0.weight"))
            .with(Attribute.of("value", kernel)));
    OnnxModel constant = model.with(edit.apply());
    assertEquals("conv0.weight", graph.initializers().getFirst().name());
    for (Criterion criterion :
        List.of(Criterion.Fisher.usual(), new Criterion.Ablation(9, 16, 0))) {
      List<ScoredLayer> plain = map(model, criterion).layers();
      assertEquals(plain, map(constant, criterion).layers());
    }
  }

  @Test
  void weightsInAnInnerGraphGetNoScoreAndAFinding() throws Exception {
    OnnxModel model = Network.of(5, 1, 28, 28).flatten().dense(10).model();
    Graph graph = model.graph();
    GraphEdit edit = graph.edit();
    edit.add(Tensor.of("yes", ElementType.BOOL, List.of(), Bytes.of(new byte[] {1})));
    edit.add(
        Node.of("If", List.of("yes"), List.of("z"))
            .with(Attribute.of("then_branch", branch()))
            .with(Attribute.of("else_branch", branch()))
            .named("choice"));
    ImportanceMap map = map(model.with(edit.apply()), Criterion.Fisher.usual());
    assertEquals(1, map.layers().size());
    assertEquals(1, map.findings().size());
    assertTrue(map.findings().getFirst().what().contains("inner graph"));
  }

  private static Graph branch() {
    GraphEdit edit = Graph.named("branch").edit();
    edit.add(Tensor.ofFloats("inner", List.of(10L, 2L), new float[20]));
    edit.add(Node.of("MatMul", List.of("y", "inner"), List.of("made")).named("product"));
    edit.addOutput(new Value("made", new ValueType.Unspecified()));
    return edit.apply();
  }

  @Test
  void refusesAModelWithoutBlocks() {
    OnnxModel model = Network.of(5, 1, 28, 28).relu().model();
    assertThrows(MismatchException.class, () -> map(model, Criterion.Fisher.usual()));
    assertThrows(MismatchException.class, () -> map(model, new Criterion.Magnitude()));
  }

  @Test
  void refusesRecordsThatTheModelDoesNotTake() {
    OnnxModel model = Network.of(5, 1, 16, 16).flatten().dense(10).model();
    MismatchException refusal =
        assertThrows(MismatchException.class, () -> map(model, Criterion.Fisher.usual()));
    assertTrue(refusal.remedy().contains("data card"), refusal.remedy());
  }

  @Test
  void refusesAModelOfTwoInputs() {
    OnnxModel model = Patients.untaught();
    OnnxModel two = model.with(model.graph().edit().addInput(value("more", 1, 2)).apply());
    MismatchException refusal =
        assertThrows(MismatchException.class, () -> map(two, Criterion.Fisher.usual()));
    assertTrue(refusal.remedy().contains("magnitude"), refusal.remedy());
  }
}
