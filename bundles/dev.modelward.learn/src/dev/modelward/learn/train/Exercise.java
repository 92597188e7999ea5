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
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    // what changes between runs is an input, so that the session may fold all that does not
    GraphEdit open = gradient.model().graph().edit().makeInputs(Set.copyOf(wanted));
    return new Exercise(
        gradient.model().with(open.apply()), gradient, judged.subList(1, judged.size()));
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
