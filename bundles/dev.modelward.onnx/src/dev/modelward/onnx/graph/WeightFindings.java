// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.graph;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.tensor.ExternalFile;
import dev.modelward.onnx.tensor.Numbers;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the weights of a model, and with the files beside it that hold them. */
final class WeightFindings {
  /** How many numbers are looked at in one piece. */
  private static final int PIECE = 1 << 16;

  private WeightFindings() {}

  static List<Finding> of(OnnxModel model) {
    try {
      return ExternalFile.of(model.tensors()).stream()
          .filter(file -> !file.isWhole())
          .map(WeightFindings::notWhole)
          .toList();
    } catch (OnnxFormatException e) {
      return List.of(
          Finding.error(e.place(), "%s. Keep external data beside the model.", e.getMessage()));
    }
  }

  private static Finding notWhole(ExternalFile file) {
    if (file.size().isEmpty()) {
      return Finding.error(
          file.location(),
          "The file with %s (%,d bytes) is missing. Copy it beside the model.",
          tensors(file),
          file.used());
    }
    return Finding.error(
        file.location(),
        "The file with %s has %,d bytes, %,d too few. Copy it once more.",
        tensors(file),
        file.size().orElseThrow(),
        file.needed() - file.size().orElseThrow());
  }

  private static String tensors(ExternalFile file) {
    int count = file.tensors().size();
    return count == 1 ? "1 tensor" : count + " tensors";
  }

  static List<Finding> verified(OnnxModel model) throws IOException {
    List<Finding> found = new ArrayList<>();
    Set<Tensor> unreadable = new HashSet<>();
    for (ExternalFile file : ExternalFile.of(model.tensors())) {
      if (file.isWhole()) {
        found.addAll(changed(file));
      } else {
        unreadable.addAll(file.tensors());
      }
    }
    for (Tensor tensor : model.tensors()) {
      if (tensor.type().isFloating() && !unreadable.contains(tensor)) {
        found.addAll(notNumbers(tensor));
      }
    }
    return found;
  }

  private static List<Finding> changed(ExternalFile file) throws IOException {
    if (file.checksums().isEmpty()) {
      return List.of();
    }
    String found = file.checksum();
    return file.checksums().stream()
        .filter(expected -> !expected.equalsIgnoreCase(found))
        .map(expected ->
            Finding.error(
                file.location(),
                "The file has the SHA-1 %s, and the model says %s: %s may be"
                    + " damaged. Copy it once more.",
                found,
                expected,
                tensors(file)))
        .toList();
  }

  private static List<Finding> notNumbers(Tensor tensor) throws IOException {
    Numbers numbers = tensor.numbers();
    long wrong = 0;
    for (long at = 0; at < numbers.count(); at += PIECE) {
      float[] piece = new float[(int) Math.min(PIECE, numbers.count() - at)];
      numbers.copyTo(piece, at);
      wrong += countNaN(piece);
    }
    if (wrong == 0) {
      return List.of();
    }
    return List.of(
        Finding.warning(
            tensor.name().isEmpty() ? tensor.trail().toString() : tensor.name(),
            "NaN stands in place of %,d of %,d weights, and may spread to all outputs."
                + " Train or export once more.",
            wrong,
            numbers.count()));
  }

  private static long countNaN(float[] piece) {
    long count = 0;
    for (float number : piece) {
      count += Float.isNaN(number) ? 1 : 0;
    }
    return count;
  }
}
