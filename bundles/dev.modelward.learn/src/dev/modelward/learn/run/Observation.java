// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.TensorInfo;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What was seen of every value of a model's graph in one run on given inputs. */
public final class Observation {
  /** Longer lists are data, not sizes. */
  private static final int LONGEST_LIST = 256;

  private static final String TYPE_PREFIX = "ONNX_TENSOR_ELEMENT_DATA_TYPE_";

  private final Map<String, Observed> values = new HashMap<>();

  private Observation() {}

  /** Runs a model once and looks at every value of its graph. */
  public static Observation of(OnnxModel model, Map<String, NativeTensor> inputs)
      throws RunException, IOException {
    Observation observation = new Observation();
    for (Tensor tensor : model.graph().initializers()) {
      observation.values.put(tensor.name(), observed(tensor));
    }
    for (Map.Entry<String, NativeTensor> input : inputs.entrySet()) {
      observation.values.put(
          input.getKey(),
          new Observed(input.getValue().type(), input.getValue().dims(), List.of()));
    }
    SessionSettings settings = SessionSettings.cpu(1).editable();
    try (Session session = Session.open(showingAll(model), settings)) {
      session.observe(
          inputs,
          (name, tensor) -> observed(tensor).ifPresent(o -> observation.values.put(name, o)));
    }
    return observation;
  }

  /** What was seen of a value. */
  public Optional<Observed> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The model with every value of its graph as an output. */
  private static OnnxModel showingAll(OnnxModel model) {
    Graph graph = model.graph();
    Set<String> shown = new HashSet<>();
    graph.outputs().forEach(output -> shown.add(output.name()));
    GraphEdit edit = graph.edit();
    for (Node node : graph.nodes()) {
      for (String output : node.outputs()) {
        if (!output.isEmpty() && shown.add(output)) {
          edit.addOutput(new Value(output, new ValueType.Unspecified()));
        }
      }
    }
    return model.with(edit.apply());
  }

  private static Observed observed(Tensor tensor) throws IOException {
    boolean isList = tensor.type().isNumber() && tensor.elements() <= LONGEST_LIST;
    return new Observed(tensor.type(), tensor.dims(), isList ? numbers(tensor) : List.of());
  }

  private static List<Double> numbers(Tensor tensor) throws IOException {
    double[] numbers = new double[(int) tensor.elements()];
    tensor.numbers().copyTo(numbers, 0);
    return DoubleStream.of(numbers).boxed().toList();
  }

  private static Optional<Observed> observed(OnnxTensor tensor) {
    Optional<ElementType> type = type(tensor.getInfo().onnxType);
    List<Long> dims = LongStream.of(tensor.getInfo().getShape()).boxed().toList();
    return type.map(found -> new Observed(found, dims, numbers(found, tensor)));
  }

  /** ONNX Runtime's Java numbers its types in an order of its own; the names are ONNX's. */
  private static Optional<ElementType> type(TensorInfo.OnnxTensorType type) {
    String name = type.name().substring(TYPE_PREFIX.length());
    return switch (name) {
      case "FLOAT" -> Optional.of(ElementType.FLOAT32);
      case "DOUBLE" -> Optional.of(ElementType.FLOAT64);
      default -> Stream.of(ElementType.values()).filter(t -> t.name().equals(name)).findFirst();
    };
  }

  private static List<Double> numbers(ElementType type, OnnxTensor tensor) {
    if (tensor.getInfo().getNumElements() > LONGEST_LIST) {
      return List.of();
    }
    return switch (type) {
      case INT64 -> numbers(tensor.getLongBuffer());
      case INT32 -> numbers(tensor.getIntBuffer());
      case BOOL -> truths(tensor.getByteBuffer());
      case FLOAT32 -> numbers(tensor.getFloatBuffer());
      default -> List.of();
    };
  }

  private static List<Double> numbers(LongBuffer buffer) {
    List<Double> numbers = new ArrayList<>();
    while (buffer.hasRemaining()) {
      numbers.add((double) buffer.get());
    }
    return numbers;
  }

  private static List<Double> numbers(FloatBuffer buffer) {
    List<Double> numbers = new ArrayList<>();
    while (buffer.hasRemaining()) {
      numbers.add((double) buffer.get());
    }
    return numbers;
  }

  private static List<Double> numbers(IntBuffer buffer) {
    List<Double> numbers = new ArrayList<>();
    while (buffer.hasRemaining()) {
      numbers.add((double) buffer.get());
    }
    return numbers;
  }

  private static List<Double> truths(ByteBuffer buffer) {
    List<Double> truths = new ArrayList<>();
    while (buffer.hasRemaining()) {
      truths.add((double) buffer.get());
    }
    return truths;
  }
}
