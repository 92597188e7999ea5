// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.LayerBlocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that choose layers. */
final class LayerOptions {
  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description =
          "Only layers with blocks of such kinds: kernel-slice, neuron, head, embedding-row,"
              + " gate-row.")
  private List<String> kinds = new ArrayList<>();

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "Only the layer of this name; may be repeated.")
  private List<String> layers = new ArrayList<>();

  /**
   * Whether a layer is chosen.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  Predicate<LayerBlocks> chosen() {
    Set<BlockKind> wanted = kinds.stream().map(LayerOptions::kind).collect(Collectors.toSet());
    Set<String> names = Set.copyOf(layers);
    return layer ->
        (wanted.isEmpty() || wanted.contains(layer.kind()))
            && (names.isEmpty() || names.contains(layer.layer().name()));
  }

  private static BlockKind kind(String word) {
    return Arrays.stream(BlockKind.values())
        .filter(kind -> kind.toString().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no kind of blocks '" + word + "'"));
  }

  /** The names that were asked for and that no layer has. */
  Set<String> missing(List<LayerBlocks> all) {
    Set<String> missing = new HashSet<>(layers);
    all.forEach(layer -> missing.remove(layer.layer().name()));
    return missing;
  }
}
