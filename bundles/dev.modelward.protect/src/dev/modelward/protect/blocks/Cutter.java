// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.graph.Layers;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.graph.WeightPath;
import dev.modelward.onnx.graph.Weights;
import dev.modelward.onnx.graph.Wiring;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cuts the weights of a model's layers into blocks, each weight once. */
final class Cutter {
  private final OnnxModel model;
  private final Weights weights;
  private final Map<Scope, WeightPath.Place> places = new HashMap<>();
  private final Set<Weight.Site> cut = new HashSet<>();

  Cutter(OnnxModel model) {
    this.model = model;
    this.weights = Weights.of(model);
  }

  List<LayerBlocks> cut() throws IOException {
    List<LayerBlocks> found = new ArrayList<>();
    for (Layer layer : Layers.of(model)) {
      WeightPath.Place place = places.computeIfAbsent(layer.scope(), this::place);
      Node node = place.graph().nodes().get(layer.node());
      for (Form form : Form.of(node)) {
        if (form.input() < node.inputs().size()) {
          cut(layer, place, form).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private WeightPath.Place place(Scope scope) {
    Graph graph = scope.graph(model);
    return new WeightPath.Place(weights, scope, graph, Wiring.of(graph));
  }

  private Optional<LayerBlocks> cut(Layer layer, WeightPath.Place place, Form form)
      throws IOException {
    Node node = place.graph().nodes().get(layer.node());
    Optional<WeightPath> path = WeightPath.to(node.inputs().get(form.input()), place);
    if (path.isEmpty()
        || !layer.weights().contains(path.get().weight())
        || path.get().weight().tensor().elements() == 0) {
      return Optional.empty();
    }
    Supply supply = Supply.of(path.get(), place).scaledBy(node, form.input(), place);
    Optional<View> view = supply.view();
    if (view.isEmpty() || !form.fits(view.get().dims().size())) {
      return Optional.empty();
    }
    List<Long> dims = view.get().dims();
    int outputs = form.outputs(dims.size());
    long together = form.mayHaveHeads() ? new Heads(place).outputs(node, dims.get(outputs)) : 1;
    Optional<Tiling> tiling = view.get().tiling(form.tile(dims, together));
    boolean isKnown = Pen.writes(path.get().weight().tensor().type());
    if (tiling.isEmpty() || !isKnown || !cut.add(path.get().weight().site())) {
      return Optional.empty();
    }
    return Optional.of(
        new LayerBlocks(
            layer,
            path.get().weight(),
            together > 1 ? BlockKind.HEAD : form.kind(),
            tiling.get(),
            view.get().axis(outputs),
            supply.scaling(),
            supply.value()));
  }
}
