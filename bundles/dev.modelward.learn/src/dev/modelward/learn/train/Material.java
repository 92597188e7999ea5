// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.gradient.BatchStatistics;
import dev.modelward.learn.lesson.Hook;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.loss.Loss;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.graph.Layers;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A lesson's model made ready for gradients: with its hooks and the statistics of the batch. */
record Material(
    OnnxModel forward,
    String input,
    Loss loss,
    List<Tensor> trained,
    List<BatchStatistics.Running> running) {

  Material {
    trained = List.copyOf(trained);
    running = List.copyOf(running);
  }

  static Material of(Lesson lesson) throws TrainingException {
    OnnxModel model = lesson.model();
    List<Tensor> trained = trained(lesson);
    String input = input(model);
    Loss loss = lesson.recipe().objective().of(model);
    for (Hook hook : lesson.hooks()) {
      model = hook.in(model);
    }
    return switch (lesson.recipe().norms()) {
      case RUNNING -> new Material(model, input, loss, trained, List.of());
      case BATCH -> {
        BatchStatistics batch = BatchStatistics.of(model);
        yield new Material(batch.model(), input, loss, trained, batch.running());
      }
    };
  }

  private static String input(OnnxModel model) throws TrainingException {
    Graph graph = model.graph();
    List<String> inputs =
        graph.inputs().stream()
            .map(Value::name)
            .filter(name -> graph.initializer(name).isEmpty())
            .toList();
    if (inputs.size() != 1) {
      throw new TrainingException(model.toString(), "a model of one input", inputs.toString());
    }
    return inputs.getFirst();
  }

  /** The weights of layers that are numbers to learn, not statistics, and not frozen. */
  private static List<Tensor> trained(Lesson lesson) throws TrainingException {
    OnnxModel model = lesson.model();
    Set<String> names = new HashSet<>();
    for (Layer layer : Layers.of(model)) {
      layer.weights().stream().filter(Material::isLearnable).map(Weight::name).forEach(names::add);
    }
    checkFrozen(lesson.frozen(), names);
    names.removeAll(statistics(model.graph()));
    names.removeAll(lesson.frozen());
    List<Tensor> trained =
        model.graph().initializers().stream()
            .filter((Tensor tensor) -> names.contains(tensor.name()))
            .toList();
    if (trained.isEmpty()) {
      throw new TrainingException(
          model.toString(), "a float32 initializer of a layer that is not frozen", "none");
    }
    return trained;
  }

  private static boolean isLearnable(Weight weight) {
    return weight.site() instanceof Weight.Site.Initializer initializer
        && initializer.scope().isMain()
        && weight.tensor().type() == ElementType.FLOAT32;
  }

  private static void checkFrozen(Set<String> frozen, Set<String> known) throws TrainingException {
    List<String> unknown =
        new ArrayList<>(frozen.stream().filter(Predicate.not(known::contains)).sorted().toList());
    if (!unknown.isEmpty()) {
      throw new TrainingException("freeze", "names of the layers' weights", unknown.toString());
    }
  }

  private static Set<String> statistics(Graph graph) {
    Set<String> names = new HashSet<>();
    graph.nodes().stream()
        .filter(node -> node.is("BatchNormalization"))
        .forEach(node -> names.addAll(node.inputs().stream().skip(3).toList()));
    return names;
  }
}
