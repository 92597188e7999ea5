// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a model, the worst first. */
public final class Findings {
  private Findings() {}

  /** What shows without reading any weight. */
  public static List<Finding> of(OnnxModel model) {
    List<Finding> found = new ArrayList<>(VersionFindings.of(model));
    for (Scope scope : Scope.of(model)) {
      found.addAll(new GraphFindings(scope.graph(model), scope).all());
    }
    found.addAll(WeightFindings.of(model));
    return sorted(found);
  }

  /** The same, and what shows only by reading every weight and every file beside the model. */
  public static List<Finding> verified(OnnxModel model) throws IOException {
    List<Finding> found = new ArrayList<>(of(model));
    found.addAll(WeightFindings.verified(model));
    return sorted(found);
  }

  private static List<Finding> sorted(List<Finding> found) {
    return found.stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }
}
