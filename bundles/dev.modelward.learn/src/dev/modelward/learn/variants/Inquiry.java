// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.evaluate.Subject;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Which weights of which model are varied, on what data the variants are judged, and how. */
record Inquiry(OnnxModel model, Set<String> weights, Dataset data, EvaluationSettings settings) {

  /** Refuses weights that are no initializers. */
  Inquiry {
    weights = Set.copyOf(weights);
    for (String weight : weights) {
      if (model.graph().initializer(weight).isEmpty()) {
        throw new IllegalArgumentException("expected an initializer, found '" + weight + "'");
      }
    }
  }

  /** Refuses to write over other weights. */
  void check(Variant variant) {
    for (Variant.Change change : variant.changes()) {
      if (!weights.contains(change.weight())) {
        throw new IllegalArgumentException(
            "expected one of " + weights + ", found '" + change.weight() + "'");
      }
    }
  }

  /** The model, whose weights are in memory and stay editable. */
  Subject editable(Map<String, NativeTensor> memory)
      throws RunException, IOException, MismatchException {
    SessionSettings session = settings.session().editable();
    return Subject.open(model, settings.output(), session, memory);
  }

  /** A model of the same form, as fast as it can be. */
  Subject fixed(OnnxModel variant) throws RunException, IOException, MismatchException {
    return Subject.open(variant, settings.output(), settings.session(), Map.of());
  }
}
