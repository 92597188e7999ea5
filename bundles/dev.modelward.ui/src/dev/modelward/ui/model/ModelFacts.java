// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.tensor.Storage;
import java.util.List;
import java.util.Set;

/** What a model says of itself, and what it weighs. */
public record ModelFacts(
    String name, long parameters, long bytes, long opset, String producer, long irVersion) {
  /** What exporters call every graph. */
  private static final Set<String> NO_NAMES =
      Set.of("", "graph", "main", "main_graph", "torch_jit", "torch-jit-export", "onnx_graph");

  static ModelFacts of(OnnxModel model, List<Weight> weights, long parameters) {
    long outside =
        weights.stream()
            .map(weight -> weight.tensor().storage())
            .mapToLong(storage -> storage instanceof Storage.External e ? e.data().length() : 0)
            .sum();
    String graph = model.graph().name();
    return new ModelFacts(
        NO_NAMES.contains(graph) ? stem(model.source().toString()) : graph,
        parameters,
        model.message().size() + outside,
        model.opset(),
        model.producer(),
        model.irVersion());
  }

  private static String stem(String file) {
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }
}
