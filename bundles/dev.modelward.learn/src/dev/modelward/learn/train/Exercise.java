// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.gradient.Gradient;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.lesson.Hook;
import dev.modelward.learn.lesson.Step;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The graph that every worker runs for its share of a batch, and the sizes of one target. */
record Exercise(OnnxModel model, Gradient gradient, List<Long> target) {

  Exercise {
    target = List.copyOf(target);
  }

  /** The gradients of a material for some inputs, whose sizes it is made for. */
  static Exercise of(Material material, Map<String, NativeTensor> inputs)
      throws TrainingException, RunException, UnsupportedNodeException, IOException {
    Observation seen = Observation.of(material.forward(), inputs);
    List<Long> judged = seen.value(material.loss().judged()).orElseThrow().dims();
    List<Long> samples = seen.value(material.input()).orElseThrow().dims().subList(0, 1);
    if (judged.isEmpty() || !judged.subList(0, 1).equals(samples)) {
      throw new TrainingException(
          material.loss().judged(), "sizes that begin with those samples " + samples, "" + judged);
    }
    List<String> wanted = material.trained().stream().map(Tensor::name).toList();
    Gradient gradient = Gradient.of(material.forward(), material.loss(), wanted, seen);
    return new Exercise(
        weightsAsInputs(gradient.model(), Set.copyOf(wanted)),
        gradient,
        judged.subList(1, judged.size()));
  }

  /** What changes between runs is an input, so that the session may fold all that does not. */
  private static OnnxModel weightsAsInputs(OnnxModel model, Set<String> weights) {
    Graph graph = model.graph();
    Set<String> inputs = graph.inputs().stream().map(Value::name).collect(Collectors.toSet());
    GraphEdit edit = graph.edit();
    for (int i = 0; i < graph.initializers().size(); i++) {
      Tensor tensor = graph.initializers().get(i);
      if (weights.contains(tensor.name())) {
        edit.removeInitializer(i);
        if (!inputs.contains(tensor.name())) {
          edit.addInput(value(tensor));
        }
      }
    }
    return model.with(edit.apply());
  }

  private static Value value(Tensor tensor) {
    long[] dims = tensor.dims().stream().mapToLong(Long::longValue).toArray();
    return new Value(tensor.name(), new ValueType.OfTensor(tensor.type(), Shape.of(dims)));
  }

  /** The output that is the gradient of a weight. */
  String gradientOf(String weight) {
    return Optional.ofNullable(gradient.outputs().get(weight))
        .orElseThrow(
            () -> new IllegalArgumentException("expected a trained weight, found " + weight));
  }

  /** The names of the feed's parts by the names of this graph's inputs. */
  Map<String, String> feeds(Material material, List<Hook> hooks) {
    Map<String, String> feeds = new LinkedHashMap<>();
    feeds.put(material.input(), Step.SAMPLES);
    if (material.loss().hasTarget()) {
      feeds.put(Loss.TARGET, Loss.TARGET);
    }
    hooks.forEach(hook -> hook.inputs().forEach(input -> feeds.put(input, input)));
    return feeds;
  }
}
