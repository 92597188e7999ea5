// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.testkit.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they seal, and what a customer finds then. */
@ReferenceTest
@DisabledOnOs(OS.WINDOWS)
class KillTest {
  private static final String TABLE = "Processes killed while they seal";
  private static final List<Class<?>> TYPES =
      List.of(
          EndlessSealing.class,
          Sealer.class,
          Artifact.class,
          Progress.class,
          OnnxModel.class,
          OrtEnvironment.class,
          Child.class);

  private final Victim victim = new Victim(TYPES, new SplittableRandom());
  private int halfway;
  private int betweenRenames;
  private int unsaid;

  @TempDir Path folder = Path.of("");

  @Test
  @Tag("slow")
  void fiftyKillsLeaveTheArtifactBeforeOrTheOneAfter(Report report) throws Exception {
    killAndLook(50);
    report.add(TABLE, "kills after each of which an artifact verifies and opens", 50, "50");
    report.add(TABLE, "of these with a half-made folder beside it", halfway, "-");
    report.add(
        TABLE, "of these with the older artifact waiting for its replacement", betweenRenames, "-");
    report.add(TABLE, "of these with a newer one than the process could say", unsaid, "-");
  }

  @Test
  @Tag("fast")
  void threeKillsLeaveTheArtifactBeforeOrTheOneAfter() throws Exception {
    killAndLook(3);
  }

  private void killAndLook(int kills) throws Exception {
    Path place = folder.resolve("x.protected");
    int round = 0;
    for (int i = 0; i < kills; i++) {
      // small ones are mostly renamed, large ones mostly written
      String rows = i % 2 == 0 ? "4" : "4096";
      int said = victim.killed(place.toString(), Integer.toString(round + 1), rows);
      round = look(place);
      unsaid += round - said;
      assertTrue(said == round || said == round - 1, said + " was said, " + round + " is there");
    }
    EndlessSealing.seal(place, round + 1, 4);
    assertEquals(round + 1, look(place));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(place), files.toList());
    }
  }

  /** The round of the artifact that is there, which must be whole. */
  private int look(Path place) throws Exception {
    Path beside = place.resolveSibling("x.protected.part").resolve("whole");
    halfway += Files.exists(beside) ? 1 : 0;
    betweenRenames += Files.exists(place) ? 0 : 1;
    Artifact artifact = Artifact.open(place, EndlessSealing.VENDOR.key());
    artifact.verify(2);
    try (TierKey key = EndlessSealing.key()) {
      artifact.restore(key, 2).close();
    }
    return Integer.parseInt(
        artifact.manifest().provenance().getOrDefault(EndlessSealing.ROUND, "-1"));
  }
}
