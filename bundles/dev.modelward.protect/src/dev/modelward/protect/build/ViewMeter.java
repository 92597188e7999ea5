// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.variants.Variant;
import dev.modelward.learn.variants.Variants;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Restored;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.TierKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures what views of an artifact are worth, with the very weights that they have. */
public record ViewMeter(Artifact artifact, Dataset data, EvaluationSettings settings) {

  /** The view of everybody. */
  public Evaluation ofPublic(Progress progress)
      throws RunException, IOException, MismatchException {
    return measured(Variant.none(), Set.of(), progress);
  }

  /** The view of the tier of a key, whose weights are kept in memory only. */
  public Evaluation of(TierKey key, Progress progress)
      throws RunException, IOException, MismatchException, ProtectionException {
    List<Tensor> tensors = artifact.manifest().tensors();
    try (Restored restored = artifact.restore(key, settings.threads())) {
      Variant variant = Variant.none();
      for (Map.Entry<Integer, ByteBuffer> each : restored.tensors().entrySet()) {
        ByteBuffer bytes = each.getValue();
        variant =
            variant.with(
                tensors.get(each.getKey()).name(), to -> to.put(0, bytes, 0, bytes.capacity()));
      }
      Set<String> weights =
          restored.tensors().keySet().stream()
              .map(index -> tensors.get(index).name())
              .collect(Collectors.toSet());
      return measured(variant, weights, progress);
    }
  }

  private Evaluation measured(Variant variant, Set<String> weights, Progress progress)
      throws RunException, IOException, MismatchException {
    OnnxModel model = OnnxModel.open(artifact.model());
    try (Variants variants = Variants.open(model, weights, data, settings)) {
      return variants.evaluate(variant, progress);
    }
  }
}
