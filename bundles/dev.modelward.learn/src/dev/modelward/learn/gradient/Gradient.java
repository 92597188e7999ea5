// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.Observation;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.bytes.OnnxFormatException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model that computes, beside what it computed before, a loss and its gradients. It is made for
 * inputs of the sizes that were observed, of standard operators alone.
 */
public record Gradient(OnnxModel model, String perSample, Map<String, String> outputs) {
  private static final String PREFIX = "modelward.gradient/";

  /** Keeps its own copy. */
  public Gradient {
    outputs = Map.copyOf(outputs);
  }

  /** The gradients of a loss by some values of a model: weights, inputs, or what lies between. */
  public static Gradient of(
      OnnxModel model, Loss loss, List<String> wanted, Observation observation)
      throws UnsupportedNodeException, OnnxFormatException {
    Emitter emit = new Emitter(model.opset(), PREFIX);
    Set<String> values = new LinkedHashSet<>(wanted);
    Backward backward = new Backward(model, observation, emit, values);
    Loss.Written written = loss.write(emit, backward.term(loss.judged()));
    backward.add(loss.judged(), written.gradient());
    for (String penalty : loss.penalties()) {
      backward.add(penalty, one(emit, backward.term(penalty)));
    }
    backward.run();
    Map<String, Term> results = new LinkedHashMap<>();
    results.put("", written.perSample());
    for (String value : values) {
      results.put(value, result(backward, value));
    }
    Graph graph = withInputs(model.graph(), loss, backward.term(loss.judged()));
    OnnxModel complete = model.with(withOutputs(emit.addTo(graph), results));
    Map<String, String> names = new LinkedHashMap<>();
    results.forEach((value, term) -> names.put(value, term.name()));
    return new Gradient(complete, names.remove(""), names);
  }

  /** The gradient of what is added to the loss as it is. */
  private static Term one(Emitter emit, Term penalty) {
    if (penalty.elements() != 1 || !penalty.type().isFloating()) {
      throw new IllegalArgumentException(
          "expected one floating number to add to the loss, found " + penalty);
    }
    return emit.expand(emit.constant(penalty.type(), 1), penalty.dims());
  }

  /** A copy under a name of its own, since one term can be the gradient of several values. */
  private static Term result(Backward backward, String value) {
    Term term = backward.term(value);
    Emitter emit = backward.emit();
    Term gradient =
        backward
            .gradient(value)
            .orElseGet(() -> emit.expand(emit.constant(term.type(), 0), term.dims()));
    return emit.named(PREFIX + value, gradient);
  }

  private static Graph withInputs(Graph graph, Loss loss, Term judged) {
    GraphEdit edit = graph.edit();
    if (loss.hasTarget()) {
      edit.addInput(value(Loss.TARGET, judged));
    }
    if (loss.hasWeight()) {
      edit.addInput(value(Loss.WEIGHT, Loss.Weighted.weight(judged)));
    }
    return edit.apply();
  }

  private static Graph withOutputs(Graph graph, Map<String, Term> results) {
    GraphEdit edit = graph.edit();
    results.values().forEach(term -> edit.addOutput(value(term.name(), term)));
    return edit.apply();
  }

  private static Value value(String name, Term like) {
    long[] dims = like.dims().stream().mapToLong(Long::longValue).toArray();
    return new Value(name, new ValueType.OfTensor(like.type(), Shape.of(dims)));
  }

  /** The nodes between some values and the loss that gradients cannot pass. */
  public static List<Obstacle> obstacles(
      OnnxModel model, Loss loss, List<String> wanted, Observation observation)
      throws OnnxFormatException {
    Emitter emit = new Emitter(model.opset(), PREFIX);
    Set<String> starts = new HashSet<>(loss.penalties());
    starts.add(loss.judged());
    return new Backward(model, observation, emit, new LinkedHashSet<>(wanted)).obstacles(starts);
  }
}
