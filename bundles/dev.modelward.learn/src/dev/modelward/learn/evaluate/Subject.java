// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.data.Batch;
import dev.modelward.learn.data.Layout;
import dev.modelward.learn.run.Answer;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.Dimension;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A loaded model of one input, with the output by which it is judged; for several threads. */
public final class Subject implements AutoCloseable {
  private final Session session;
  private final Value input;
  private final String output;

  private Subject(Session session, Value input, String output) {
    this.session = session;
    this.input = input;
    this.output = output;
  }

  /** Loads a model, some of whose initializers may lie in memory of the caller's. */
  public static Subject open(
      OnnxModel model,
      EvaluationSettings.Output output,
      SessionSettings settings,
      Map<String, NativeTensor> initializers)
      throws RunException, IOException, MismatchException {
    Value input = input(model.graph());
    String judged = output(model.graph(), output);
    return new Subject(Session.open(model, settings, initializers), input, judged);
  }

  private static Value input(Graph graph) throws MismatchException {
    Set<String> given = graph.initializers().stream().map(Tensor::name).collect(Collectors.toSet());
    List<Value> inputs =
        graph.inputs().stream().filter(value -> !given.contains(value.name())).toList();
    if (inputs.size() != 1) {
      throw new MismatchException(
          "the model's inputs",
          "one",
          inputs.isEmpty() ? "none" : String.join(", ", inputs.stream().map(Value::name).toList()),
          "Only models with one input can be evaluated.");
    }
    Value input = inputs.getFirst();
    if (input.type() instanceof ValueType.OfTensor tensor
        && tensor.element() == ElementType.FLOAT32) {
      return input;
    }
    throw new MismatchException(
        "input " + input.name(),
        "a tensor of float32",
        input.type().toString(),
        "Put a Cast behind the input.");
  }

  private static String output(Graph graph, EvaluationSettings.Output output)
      throws MismatchException {
    List<String> names = graph.outputs().stream().map(Value::name).toList();
    return switch (output) {
      case EvaluationSettings.Output.First first -> names.getFirst();
      case EvaluationSettings.Output.Named named when names.contains(named.name()) -> named.name();
      case EvaluationSettings.Output.Named named ->
          throw new MismatchException(
              "the model's outputs",
              named.name(),
              String.join(", ", names),
              "Name one of them, or none for the first.");
    };
  }

  /** The records that a run must have, where the model says so. */
  OptionalLong fixedBatch() {
    return dims().isEmpty() ? OptionalLong.empty() : fixed(dims().getFirst());
  }

  private List<Dimension> dims() {
    return dims(input);
  }

  private static List<Dimension> dims(Value input) {
    return input.type() instanceof ValueType.OfTensor tensor
            && tensor.shape() instanceof Shape.Ranked ranked
        ? ranked.dims()
        : List.of();
  }

  private static OptionalLong fixed(Dimension dimension) {
    return dimension instanceof Dimension.Fixed size
        ? OptionalLong.of(size.size())
        : OptionalLong.empty();
  }

  /** Refuses records that the model does not take. */
  void check(long[] shape) throws MismatchException {
    check(input, shape);
  }

  /** Refuses records that an input does not take. */
  public static void check(Value input, long[] shape) throws MismatchException {
    List<Dimension> expected = dims(input);
    boolean fits = expected.isEmpty() || expected.size() == shape.length;
    for (int i = 1; fits && i < expected.size(); i++) {
      OptionalLong size = fixed(expected.get(i));
      fits = size.isEmpty() || size.getAsLong() == shape[i];
    }
    if (!fits) {
      String found =
          Arrays.stream(shape, 1, shape.length)
              .mapToObj(size -> "x" + size)
              .collect(Collectors.joining("", "records of [N", "]"));
      throw new MismatchException(
          "input " + input.name(),
          input.type().toString(),
          found,
          "Change colour, resize or layout in the data card.");
    }
  }

  /** What the model makes of a batch; a model of larger batches makes something of more. */
  public Answer answer(Batch batch) throws RunException, MismatchException {
    check(batch.shape());
    long room = fixedBatch().orElse(batch.size());
    Slot slot = new Slot(Layout.NCHW, 0, 0);
    slot.fill(batch, room);
    return answer(slot);
  }

  /** What the model makes of a batch, as many records as the batch has first. */
  Answer answer(Slot slot) throws RunException, MismatchException {
    long[] shape = slot.shape();
    shape[0] = fixedBatch().orElse(shape[0]);
    List<Long> dims = Arrays.stream(shape).boxed().toList();
    try (NativeTensor tensor = slot.input(dims)) {
      Answer answer = session.answer(Map.of(input.name(), tensor), output);
      if (answer.dims().isEmpty() || answer.dims().getFirst() != shape[0]) {
        throw new MismatchException(
            "output " + output,
            "a first dimension of " + shape[0] + " records",
            answer.dims().toString(),
            "Name another output, or a batch of 1.");
      }
      return answer;
    }
  }

  /** The output by which the model is judged. */
  public String output() {
    return output;
  }

  @Override
  public void close() throws RunException {
    session.close();
  }
}
