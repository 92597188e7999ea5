// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.gradient.BatchStatistics;
import dev.modelward.learn.lesson.Hook;
import dev.modelward.learn.lesson.Learning;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.lesson.Targets;
import dev.modelward.learn.loss.Loss;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.graph.Layers;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
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
    List<BatchStatistics.Running> running,
    Targets targets) {

  Material {
    trained = List.copyOf(trained);
    running = List.copyOf(running);
  }

  static Material of(Lesson lesson) throws TrainingException {
    List<Tensor> trained = trained(lesson);
    String input = input(lesson);
    Loss loss = loss(lesson);
    Targets targets = lesson.targets();
    OnnxModel model = lesson.model();
    for (Hook hook : lesson.hooks()) {
      model = hook.in(model);
    }
    return switch (lesson.recipe().norms()) {
      case RUNNING -> new Material(model, input, loss, trained, List.of(), targets);
      case BATCH -> {
        BatchStatistics batch = BatchStatistics.of(model);
        yield new Material(batch.model(), input, loss, trained, batch.running(), targets);
      }
    };
  }

  /** The input that takes the samples. */
  private static String input(Lesson lesson) throws TrainingException {
    Graph graph = lesson.model().graph();
    Set<String> shared = new HashSet<>();
    lesson.hooks().forEach(hook -> shared.addAll(hook.inputs()));
    List<String> inputs =
        graph.inputs().stream()
            .map(Value::name)
            .filter(name -> graph.initializer(name).isEmpty() && !shared.contains(name))
            .toList();
    if (inputs.size() != 1) {
      throw new TrainingException(
          lesson.model().toString(), "a model of one input", inputs.toString());
    }
    return inputs.getFirst();
  }

  private static Loss loss(Lesson lesson) {
    OnnxModel model = lesson.model();
    Loss plain = lesson.recipe().objective().of(model);
    Set<String> made = new HashSet<>();
    model.graph().nodes().forEach(node -> made.addAll(node.outputs()));
    List<String> penalties = lesson.penalties();
    if (!made.containsAll(penalties)) {
      throw new IllegalArgumentException(
          "expected values that nodes make to add to the loss, found " + penalties);
    }
    return penalties.isEmpty() ? plain : new Loss.Penalized(plain, penalties);
  }

  /** The initializers that the lesson wants to learn. */
  private static List<Tensor> trained(Lesson lesson) throws TrainingException {
    OnnxModel model = lesson.model();
    Set<String> names =
        switch (lesson.learning()) {
          case Learning.AllBut but -> ofLayers(model, but.frozen());
          case Learning.Only only -> named(model.graph(), only.names());
        };
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

  /** The weights of layers that are numbers to learn, not statistics, and not frozen. */
  private static Set<String> ofLayers(OnnxModel model, Set<String> frozen)
      throws TrainingException {
    Set<String> names = new HashSet<>();
    for (Layer layer : Layers.of(model)) {
      layer.weights().stream().filter(Material::isLearnable).map(Weight::name).forEach(names::add);
    }
    checkKnown("freeze", "names of the layers' weights", frozen, names);
    names.removeAll(statistics(model.graph()));
    names.removeAll(frozen);
    return names;
  }

  private static Set<String> named(Graph graph, Set<String> names) throws TrainingException {
    Set<String> known = new HashSet<>();
    graph.initializers().stream()
        .filter(tensor -> tensor.type() == ElementType.FLOAT32)
        .forEach(tensor -> known.add(tensor.name()));
    known.removeAll(statistics(graph));
    checkKnown("train", "names of float32 initializers, no running statistics", names, known);
    return names;
  }

  private static boolean isLearnable(Weight weight) {
    return weight.site() instanceof Weight.Site.Initializer initializer
        && initializer.scope().isMain()
        && weight.tensor().type() == ElementType.FLOAT32;
  }

  private static void checkKnown(
      String place, String expected, Set<String> names, Set<String> known)
      throws TrainingException {
    List<String> unknown = names.stream().filter(Predicate.not(known::contains)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new TrainingException(place, expected, unknown.toString());
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
