// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.Blueprint;
import dev.modelward.protect.seal.SealedLayer;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A process that seals a model again and again into one place, and says which round is there. */
final class EndlessSealing {
  static final InsecureVendor VENDOR = new InsecureVendor(9);
  static final String ROUND = "round";

  private EndlessSealing() {}

  /** Takes the place, the number of the first round, and how many rows the weight has. */
  public static void main(String[] arguments) throws Exception {
    Path place = Path.of(arguments[0]);
    long rows = Long.parseLong(arguments[2]);
    for (int round = Integer.parseInt(arguments[1]); ; round++) {
      seal(place, round, rows);
      System.out.println(round);
      System.out.flush();
    }
  }

  static void seal(Path place, int round, long rows) throws Exception {
    OnnxModel model = model(rows);
    LayerBlocks blocks = Blocks.of(model).layers().getFirst();
    long[] sealed = LongStream.range(0, blocks.count() / 2).toArray();
    Blueprint blueprint =
        new Blueprint(
            model,
            List.of(new SealedLayer(blocks, List.of(sealed))),
            Decoy.usual(),
            List.of(new TierView("public", List.of(), 1), new TierView("full", List.of(), 0)),
            Map.of(ROUND, Integer.toString(round)));
    try (TierKey key = key()) {
      new Sealer(VENDOR, AttestingKey.generate(), new Workers(2))
          .seal(blueprint, key, place, Progress.NONE);
    }
  }

  private static OnnxModel model(long rows) {
    return new Draft("wide")
        .input("x", 1, rows)
        .tensor(new Dice(1).floats("w", 1, rows, 256))
        .node("MatMul x w -> y")
        .output("y", 1, 256)
        .model();
  }

  static TierKey key() {
    byte[] bytes = new byte[TierKey.LENGTH];
    Arrays.fill(bytes, (byte) 9);
    return TierKey.of("09".repeat(16), 1, bytes);
  }
}
