// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.graph.Wiring;
import dev.modelward.onnx.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model whose batch norms use the statistics of the batch, and where the running ones are kept.
 * The running ones are no longer in the model; it tells the batch's as further outputs.
 *
 * <p>A batch norm is rewritten if its scale, mean and variance are initializers and it is in the
 * form for inference; all others are left alone, and gradients do not pass those in the form for
 * training.
 */
public record BatchStatistics(OnnxModel model, List<Running> running) {
  private static final String PREFIX = "modelward.statistics/";
  private static final int SCALE = 1;
  private static final int MEAN = 3;
  private static final int VARIANCE = 4;
  private static final double MOMENTUM = 0.9;

  /** Keeps its own copy. */
  public BatchStatistics {
    running = List.copyOf(running);
  }

  /**
   * One batch norm: the initializers that hold its running statistics, the outputs that tell the
   * batch's, and how much of the old ones a batch leaves. The batch's variance divides by one less
   * than the count, as an estimate of all data's; the norm itself divides by the count.
   */
  public record Running(
      String mean, String variance, String batchMean, String batchVariance, double momentum) {}

  /** The rewrite of a model. */
  public static BatchStatistics of(OnnxModel model) {
    Graph graph = model.graph();
    GraphEdit edit = graph.edit();
    List<Running> running = new ArrayList<>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      Node node = graph.nodes().get(i);
      Optional<Tensor> scale = rewritable(graph, node);
      if (scale.isPresent()) {
        String prefix = PREFIX + running.size() + "/";
        BatchMoments moments = new BatchMoments(edit, i, prefix);
        BatchMoments.Written batch =
            moments.write(node.inputs().get(0), scale.get(), model.opset());
        edit.replaceNode(i, node.reading(with(node.inputs(), batch)));
        edit.addOutput(output(batch.mean(), scale.get()));
        edit.addOutput(output(batch.unbiasedVariance(), scale.get()));
        running.add(running(node, batch));
      }
    }
    OnnxModel rewritten = model.with(edit.apply());
    return new BatchStatistics(withoutUnread(rewritten, running), running);
  }

  /** The scale of a batch norm that is to be rewritten. */
  private static Optional<Tensor> rewritable(Graph graph, Node node) {
    boolean inference =
        node.is("BatchNormalization")
            && Rules.supports(node)
            && graph.initializer(node.inputs().get(MEAN)).isPresent()
            && graph.initializer(node.inputs().get(VARIANCE)).isPresent();
    return inference ? graph.initializer(node.inputs().get(SCALE)) : Optional.empty();
  }

  private static List<String> with(List<String> inputs, BatchMoments.Written batch) {
    List<String> changed = new ArrayList<>(inputs);
    changed.set(MEAN, batch.mean());
    changed.set(VARIANCE, batch.variance());
    return changed;
  }

  private static Value output(String name, Tensor like) {
    return new Value(name, new ValueType.OfTensor(like.type(), Shape.of(like.elements())));
  }

  private static Running running(Node node, BatchMoments.Written batch) {
    double momentum =
        node.attribute("momentum")
            .filter(AttributeValue.OfFloat.class::isInstance)
            .map(value -> (double) ((AttributeValue.OfFloat) value).value())
            .orElse(MOMENTUM);
    return new Running(
        node.inputs().get(MEAN),
        node.inputs().get(VARIANCE),
        batch.mean(),
        batch.unbiasedVariance(),
        momentum);
  }

  /** Takes out the running statistics that nothing reads any more. */
  private static OnnxModel withoutUnread(OnnxModel model, List<Running> running) {
    Graph graph = model.graph();
    Wiring wiring = Wiring.of(graph);
    Set<String> unread = new HashSet<>();
    for (Running norm : running) {
      unread.addAll(List.of(norm.mean(), norm.variance()));
    }
    unread.removeIf(name -> wiring.isOutput(name) || !wiring.consumers(name).isEmpty());
    // In old files an initializer is an input as well, which would then have to be given.
    graph.inputs().forEach(input -> unread.remove(input.name()));
    GraphEdit edit = graph.edit();
    for (int i = 0; i < graph.initializers().size(); i++) {
      if (unread.contains(graph.initializers().get(i).name())) {
        edit.removeInitializer(i);
      }
    }
    return model.with(edit.apply());
  }
}
