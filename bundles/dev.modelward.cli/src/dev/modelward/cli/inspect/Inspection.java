// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.inspect;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.onnx.graph.Findings;
import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.graph.Layers;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.tensor.ExternalFile;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found out about a model file. */
public record Inspection(
    Path file,
    OnnxModel model,
    List<Layer> layers,
    List<ExternalFile> externalFiles,
    List<Finding> findings) {

  /** Keeps its own copies. */
  public Inspection {
    layers = List.copyOf(layers);
    externalFiles = List.copyOf(externalFiles);
    findings = List.copyOf(findings);
  }

  /** Looks at the structure of a model. */
  public static Inspection of(Path file) throws IOException {
    OnnxModel model = OnnxModel.open(file);
    return of(file, model, Findings.of(model));
  }

  /** Looks at the structure of a model, and reads all of its weights. */
  public static Inspection verified(Path file) throws IOException {
    OnnxModel model = OnnxModel.open(file);
    return of(file, model, Findings.verified(model));
  }

  private static Inspection of(Path file, OnnxModel model, List<Finding> findings)
      throws IOException {
    return new Inspection(
        file, model, Layers.of(model), ExternalFile.of(model.tensors()), findings);
  }

  /** The parameters of all layers; shared ones count once. */
  long parameters() {
    return Layers.parameters(layers);
  }

  /** The bytes of the parameters of all layers; shared ones count once. */
  long parameterBytes() {
    return layers.stream()
        .flatMap(layer -> layer.weights().stream())
        .distinct()
        .map(Weight::tensor)
        .mapToLong(tensor -> tensor.type().bytes(tensor.elements()))
        .sum();
  }

  /** The graphs of the model, with those inside nodes. */
  int graphs() {
    return Scope.of(model).size();
  }

  /** What a caller has to give; old files also list what is given already. */
  List<Value> inputs() {
    Set<String> given =
        Stream.concat(
                model.graph().initializers().stream().map(Tensor::name),
                model.graph().sparseInitializers().stream().map(tensor -> tensor.name()))
            .collect(Collectors.toSet());
    return model.graph().inputs().stream().filter(input -> !given.contains(input.name())).toList();
  }

  /** Whether something is wrong that is more than a note. */
  public boolean isTroubled() {
    return findings.stream().anyMatch(finding -> finding.severity() != Finding.Severity.NOTE);
  }
}
