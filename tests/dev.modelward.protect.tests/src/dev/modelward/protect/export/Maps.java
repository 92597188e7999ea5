// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import dev.modelward.onnx.graph.Finding;
import dev.modelward.protect.blocks.BlockKind;
import dev.modelward.protect.blocks.Tiling;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.protect.importance.ScoredLayer;
import dev.modelward.protect.importance.Scores;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/** Maps to write, and what is written. */
final class Maps {
  /** A name with everything in it that any form could stumble over. */
  static final String AWKWARD = "a \"b\", c;\r\n\u00e4\u4e2d\ud83d\ude00\\\t\u0007</x>";

  private Maps() {}

  static ImportanceMap of(ScoredLayer... layers) {
    Provenance provenance =
        new Provenance(
            new Criterion.Magnitude(),
            "abc123",
            Provenance.NO_DATA,
            Provenance.Truth.OWN_CLASSES,
            "ModelWard 0.1",
            Instant.parse("2026-02-03T04:05:06Z"),
            new Provenance.Cost(12, 2, 1.5));
    return new ImportanceMap(
        List.of(layers),
        1000,
        provenance,
        List.of(new Finding(Finding.Severity.NOTE, "not \"much\"", "node 3")));
  }

  /** A convolution of 2 output and 2 input channels with kernels of 1 x 2. */
  static ScoredLayer convolution(String name, double... scores) {
    Tiling tiling = new Tiling(List.of(2L, 2L, 1L, 2L), List.of(1L, 1L, 1L, 2L));
    return new ScoredLayer(
        name, "Conv", name + ".w", BlockKind.KERNEL_SLICE, tiling, Scores.of(scores));
  }

  /** A weight of a product with one input, as many outputs as there are scores. */
  static ScoredLayer product(String name, String weight, double... scores) {
    Tiling tiling = new Tiling(List.of(1L, (long) scores.length), List.of(1L, 1L));
    return new ScoredLayer(name, "MatMul", weight, BlockKind.NEURON, tiling, Scores.of(scores));
  }

  static String text(Form form, ImportanceMap map) throws IOException {
    StringWriter out = new StringWriter();
    form.write(map, out);
    return out.toString();
  }

  static Json json(Form form, ScoredLayer... layers) throws IOException {
    return Json.read(text(form, of(layers)));
  }
}
