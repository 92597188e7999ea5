// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.compare;

import dev.modelward.runtime.artifact.FileDigest;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A file of both artifacts, whether its bytes are the same, and what there is to say of it. */
public record FileChange(String file, boolean isSame, String words) {

  static List<FileChange> of(Manifest before, Manifest after) {
    FileDigest rings = before.rings().file();
    FileDigest others = after.rings().file();
    String words =
        "generation %d, then %d".formatted(before.rings().generation(), after.rings().generation());
    return List.of(
        new FileChange(
            Names.MODEL, before.files().model().equals(after.files().model()), "graph and shapes"),
        data(before, after),
        new FileChange(Names.RINGS, rings.equals(others), words));
  }

  private static FileChange data(Manifest before, Manifest after) {
    Map<String, String> trees =
        after.tensors().stream().collect(Collectors.toMap(Tensor::name, Tensor::tree));
    long other =
        before.tensors().stream()
            .filter(tensor -> !tensor.tree().equals(trees.get(tensor.name())))
            .count();
    return new FileChange(
        Names.DATA,
        before.tensors().equals(after.tensors()),
        "%d of %d tensors differ".formatted(other, before.tensors().size()));
  }
}
