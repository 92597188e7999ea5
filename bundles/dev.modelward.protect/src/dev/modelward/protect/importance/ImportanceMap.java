// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import dev.modelward.onnx.graph.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How much each block of a model matters, out of how many parameters there are in all, where that
 * comes from, and what there is to say about it.
 */
public record ImportanceMap(
    List<ScoredLayer> layers, long parameters, Provenance provenance, List<Finding> findings) {

  /** Keeps its own copies. */
  public ImportanceMap {
    layers = List.copyOf(layers);
    findings = List.copyOf(findings);
  }

  /** Opens a map that was written; scores are mapped, and read when somebody asks for them. */
  public static ImportanceMap open(Path file) throws IOException, MapException {
    return MapFile.read(file);
  }

  /** Writes this as a file that {@link #open} reads back as it is. */
  public void write(Path file) throws IOException {
    MapFile.write(this, file);
  }

  /** The number of blocks. */
  public long blocks() {
    return layers.stream().mapToLong(layer -> layer.scores().count()).sum();
  }

  /** The number of weights in all blocks. */
  public long weights() {
    return layers.stream().mapToLong(ScoredLayer::weights).sum();
  }

  /** Whether all but the date and the cost is the same. */
  public boolean agreesWith(ImportanceMap other) {
    return layers.equals(other.layers)
        && parameters == other.parameters
        && findings.equals(other.findings)
        && provenance.criterion().equals(other.provenance.criterion())
        && provenance.model().equals(other.provenance.model())
        && provenance.data().equals(other.provenance.data())
        && provenance.truth() == other.provenance.truth()
        && provenance.versions().equals(other.provenance.versions());
  }
}
