// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.graph.Layers;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.graph.Weights;
import dev.modelward.onnx.graph.Wiring;
import dev.modelward.onnx.tensor.Numbers;
import dev.modelward.onnx.tensor.SparseTensor;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Every question that can be put to a model, put at once, so that a damaged file also shows what
 * goes wrong only when somebody asks. What is not a value or a refusal is thrown on.
 */
public final class Inquiry {
  private static final int SAMPLE = 64;

  private final List<OnnxFormatException> refusals = new ArrayList<>();

  private Inquiry() {}

  /** The refusals with which a file meets the questions; none if all answers are values. */
  public static List<OnnxFormatException> of(Bytes file, Source source) {
    Inquiry inquiry = new Inquiry();
    inquiry.ask(() -> inquiry.model(OnnxModel.read(file, source)));
    return inquiry.refusals;
  }

  private void ask(Question question) {
    try {
      question.ask();
    } catch (OnnxFormatException e) {
      refusals.add(e);
    } catch (IOException e) {
      throw new AssertionError("expected a value or a refusal", e);
    }
  }

  private void model(OnnxModel model) {
    expect(model.opset() >= 0 || model.opsets().size() > 0, "an operator set");
    expect(model.producer().length() >= 0 && model.metadata().size() >= 0, "facts");
    expectLossless(model);
    Scope.graphs(model).values().forEach(this::graph);
    ask(() -> layers(model));
    Weights weights = Weights.of(model);
    weights.all().stream().map(Weight::tensor).forEach(this::tensor);
    weights.shared(model).forEach((weight, uses) -> expect(uses > 1, weight + " shared"));
  }

  private void graph(Graph graph) {
    Wiring wiring = Wiring.of(graph);
    ask(() -> order(wiring, graph.nodes().size()));
    graph.initializers().forEach(this::tensor);
    graph.sparseInitializers().stream().map(SparseTensor::values).forEach(this::tensor);
    graph.sparseInitializers().stream().map(SparseTensor::indices).forEach(this::tensor);
  }

  private static void order(Wiring wiring, int nodes) throws OnnxFormatException {
    expect(wiring.order().stream().distinct().count() == nodes, "each node once in the order");
    expect(
        !wiring.isSorted() || wiring.order().equals(wiring.order().stream().sorted().toList()),
        "the order of the file where it is one");
  }

  private static void layers(OnnxModel model) throws OnnxFormatException {
    List<Layer> layers = Layers.of(model);
    for (Layer layer : layers) {
      expect(!layer.weights().isEmpty() && layer.kernel().byteSize() >= 0, "a kernel");
    }
    expect(Layers.parameters(layers) <= layers.stream().mapToLong(Layer::parameters).sum(), "sums");
  }

  private void tensor(Tensor tensor) {
    ask(() -> expect(tensor.byteSize() >= 0, "a size"));
    if (tensor.type().isNumber()) {
      ask(() -> numbers(tensor));
    } else if (tensor.type().bits() == 0) {
      ask(() -> expect(tensor.texts().size() == tensor.elements(), "a text for each element"));
    } else {
      ask(() -> expect(tensor.raw().size() == tensor.byteSize(), "as many bytes as it says"));
    }
  }

  private static void numbers(Tensor tensor) throws IOException {
    Numbers numbers = tensor.numbers();
    expect(numbers.count() == tensor.elements(), "a number for each element");
    expect(tensor.raw().size() == tensor.byteSize(), "as many bytes as it says");
    int sample = (int) Math.min(SAMPLE, numbers.count());
    float[] first = new float[sample];
    double[] last = new double[sample];
    numbers.copyTo(first, 0);
    numbers.copyTo(last, numbers.count() - sample);
    for (int i = 0; i < sample; i++) {
      expect(Float.compare((float) numbers.at(i), first[i]) == 0, "one number each way");
    }
  }

  /** Every part put back in its own place must leave the file as it was. */
  private static void expectLossless(OnnxModel model) {
    Graph graph = model.graph();
    var edit = graph.edit();
    for (int i = 0; i < graph.nodes().size(); i++) {
      edit.replaceNode(i, graph.nodes().get(i));
    }
    for (int i = 0; i < graph.initializers().size(); i++) {
      edit.replaceInitializer(i, graph.initializers().get(i));
    }
    expect(model.with(edit.apply()).message().sameAs(model.message()), "the same bytes");
  }

  private static void expect(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("expected " + what);
    }
  }

  /** One question. */
  private interface Question {
    void ask() throws IOException;
  }
}
