// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.graph.Weights;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Message;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditTest {
  static Stream<OnnxModel> allModels() {
    return Stream.of(
        Models.twoLayerMlp(),
        Models.smallCnn(),
        Models.quantizedConv(),
        Models.sharedInitializer(),
        Models.withSubgraph(),
        Models.withLoop(),
        Models.withFunction(),
        Models.constantWeights(),
        Models.unsorted(),
        Models.sparse(),
        Models.everyElementType());
  }

  @ParameterizedTest
  @MethodSource("allModels")
  void aWeightInItsOwnPlaceChangesNothing(OnnxModel model) {
    for (Weight weight : Weights.of(model).all()) {
      assertTrue(weight.replace(model, weight.tensor()).message().sameAs(model.message()));
    }
  }

  @ParameterizedTest
  @MethodSource("allModels")
  void anotherWeightChangesItsOwnBytesAndNoOther(OnnxModel model) throws IOException {
    for (Weight weight : Weights.of(model).all()) {
      if (weight.tensor().type() != ElementType.STRING) {
        expectOneChange(model, weight);
      }
    }
  }

  private static void expectOneChange(OnnxModel model, Weight weight) throws IOException {
    Bytes old = weight.tensor().raw();
    byte[] inverted = old.toArray();
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] = (byte) ~inverted[i];
    }
    OnnxModel changed = weight.replace(model, weight.tensor().withRaw(Bytes.of(inverted)));
    Difference difference = Difference.between(model.message(), changed.message());
    assertTrue(old.sameAs(difference.removed()), weight.name());
    assertArrayEquals(inverted, difference.inserted().toArray(), weight.name());
  }

  @Test
  void onlyAPartOfATensorChangesOnlyThatPart() throws IOException {
    OnnxModel model = Models.smallCnn();
    Tensor tensor = model.graph().initializers().getFirst();
    byte[] raw = tensor.raw().toArray();
    raw[7] ^= 0x10;
    Graph graph = model.graph().edit().replaceInitializer(0, tensor.withRaw(Bytes.of(raw))).apply();
    Difference difference = Difference.between(model.message(), model.with(graph).message());
    assertEquals(1, difference.removed().size());
    assertEquals(raw[7], difference.inserted().at(0));
  }

  @Test
  void aNodeIsReplacedAmidUnknownFields() throws OnnxFormatException {
    OnnxModel model = strange();
    Graph graph = model.graph();
    Node node = graph.nodes().getFirst();
    OnnxModel changed =
        model.with(graph.edit().replaceNode(0, node.with(Attribute.of("a", 300))).apply());
    assertEquals(new AttributeValue.OfInt(300), attribute(changed, "a"));
    Bytes back = changed.with(changed.graph().edit().replaceNode(0, node).apply()).message();
    assertEquals(model.message().size() - 4, back.size(), "only a length header got shorter");
    assertTrue(text(changed).contains("unknown in node"));
    assertTrue(text(changed).contains("unknown in graph"));
    assertTrue(text(changed).contains("unknown in model"));
    assertTrue(text(changed).contains("unknown in group"));
  }

  private static AttributeValue attribute(OnnxModel model, String name) {
    return model.graph().nodes().getFirst().attribute(name).orElseThrow();
  }

  private static String text(OnnxModel model) {
    return new String(model.message().toArray(), StandardCharsets.ISO_8859_1);
  }

  /** A model with unknown fields on all floors, and a graph whose length takes five bytes. */
  static OnnxModel strange() throws OnnxFormatException {
    Message node =
        new Message()
            .text(999, "unknown in node")
            .text(1, "x")
            .text(2, "y")
            .text(4, "Relu")
            .group(500, new Message().text(1, "unknown in group"));
    Message graph =
        new Message()
            .text(2, "strange")
            .message(11, new Message().text(1, "x"))
            .text(1000, "unknown in graph")
            .message(1, node)
            .fixed64(1001, 5)
            .message(12, new Message().text(1, "y"));
    Message model =
        new Message()
            .message(8, new Message().integer(2, 21))
            .text(1002, "unknown in model")
            .tag(7, 2)
            .longVarint(graph.toArray().length, 5)
            .raw(graph.toArray())
            .integer(1, 10);
    return OnnxModel.read(model.toBytes(), new Source.OfMemory("strange"));
  }

  @Test
  void anEditOfTheSameSizeKeepsALengthThatIsLongerThanNeeded() throws OnnxFormatException {
    OnnxModel model = strange();
    assertTrue(model.with(model.graph()).message().sameAs(model.message()));
    Node node = model.graph().nodes().getFirst();
    OnnxModel changed =
        model.with(
            model
                .graph()
                .edit()
                .replaceNode(0, Node.of("Tanh", node.inputs(), node.outputs()))
                .apply());
    assertFalse(changed.message().size() == model.message().size());
    Bytes sameSize =
        Bytes.of(text(model).replace("Relu", "Tanh").getBytes(StandardCharsets.ISO_8859_1));
    Node other = OnnxModel.read(sameSize, new Source.OfMemory("other")).graph().nodes().getFirst();
    Graph graph = model.graph().edit().replaceNode(0, other).apply();
    assertTrue(model.with(graph).message().sameAs(sameSize));
  }

  @Test
  void addsAnInputAnOutputANodeAndAnInitializerBehindTheirKind() {
    OnnxModel model = Models.twoLayerMlp();
    Value input = new Value("key", new ValueType.OfTensor(ElementType.INT8, Shape.of(1, 2)));
    Value output = new Value("z", new ValueType.Unspecified());
    Tensor tensor = Tensor.ofLongs("n", List.of(1L), 7);
    Graph graph =
        model
            .graph()
            .edit()
            .addInput(input)
            .add(tensor)
            .add(Node.of("Mul", List.of("key", "n"), List.of("z")).named("mul"))
            .addOutput(output)
            .apply();
    OnnxModel changed = model.with(graph);
    assertEquals(List.of("x", "key"), graph.inputs().stream().map(Value::name).toList());
    assertEquals(input, graph.inputs().getLast());
    assertEquals(output, graph.outputs().getLast());
    assertEquals("n", graph.initializers().getLast().name());
    assertEquals("Mul mul", graph.nodes().getLast().toString());
    assertEquals(List.of(7L), List.of(number(changed)));
    Graph back = graph.edit().removeNode(3).removeInitializer(4).apply();
    assertEquals(3, back.nodes().size());
    assertEquals(4, back.initializers().size());
  }

  private static long number(OnnxModel model) {
    try {
      return model.graph().initializer("n").orElseThrow().numbers().integerAt(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anAdditionInsertsOneStretchOfBytes() {
    OnnxModel model = Models.twoLayerMlp();
    Bytes before = model.graph().message();
    Bytes after = model.graph().edit().add(Tensor.ofLongs("n", List.of(), 7)).apply().message();
    assertEquals(0, Difference.between(before, after).removed().size());
  }

  @Test
  void refusesAnEditThatLeavesAValueWithoutAProducer() {
    OnnxModel model = Models.twoLayerMlp();
    Graph graph = model.graph().edit().removeNode(1).apply();
    assertThrows(IllegalArgumentException.class, () -> model.with(graph));
    Graph noWeight = model.graph().edit().removeInitializer(0).apply();
    assertThrows(IllegalArgumentException.class, () -> model.with(noWeight));
  }

  @Test
  void changesAndAddsMetadata() {
    OnnxModel model = Models.twoLayerMlp();
    OnnxModel first = model.withMetadata("owner", "A").withMetadata("licence", "none");
    OnnxModel second = first.withMetadata("owner", "somebody else");
    assertEquals(Map.of("owner", "somebody else", "licence", "none"), second.metadata());
    assertEquals(Map.of("owner", "A", "licence", "none"), first.metadata());
    assertTrue(
        first.message().slice(0, model.message().size()).sameAs(model.message()), "only added");
    assertEquals("", second.withMetadata("owner", "").metadata().get("owner"));
  }

  @Test
  void anEditInsideABranchKeepsEverythingElse() throws IOException {
    OnnxModel model = Models.withSubgraph();
    Weight inner =
        Weights.of(model).all().stream()
            .filter(w -> w.name().equals("inner"))
            .findFirst()
            .orElseThrow();
    Tensor longer = new Dice(99).floats("inner", 1, 4, 3).withName("a longer name");
    OnnxModel same =
        inner.replace(model, inner.tensor().withRaw(new Dice(99).floats("", 1, 4, 3).raw()));
    assertEquals(model.message().size(), same.message().size());
    assertThrows(IllegalArgumentException.class, () -> inner.replace(model, longer));
  }

  @Test
  void nodesAreInsertedBeforeAnotherInTheirOrder() {
    Graph graph = Models.twoLayerMlp().graph();
    Node first = Node.of("Neg", List.of("a"), List.of("b"));
    Node second = Node.of("Neg", List.of("b"), List.of("c"));
    Node turned = graph.nodes().get(1).reading(List.of("c", ""));
    Graph changed =
        graph.edit().insertNode(1, first).replaceNode(1, turned).insertNode(1, second).apply();
    List<String> operators = changed.nodes().stream().skip(1).map(Node::operator).toList();
    assertEquals(List.of("Neg", "Neg", turned.operator()), operators.subList(0, 3));
    assertEquals(List.of("b"), changed.nodes().get(2).inputs());
    assertEquals(List.of("c", ""), changed.nodes().get(3).inputs());
    assertEquals(graph.nodes().get(1).outputs(), changed.nodes().get(3).outputs());
    assertEquals(graph.nodes().size() + 2, changed.nodes().size());
  }
}
