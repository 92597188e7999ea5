// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.Protector;
import dev.modelward.protect.keys.Secret;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.sign.Signer;
import dev.modelward.testkit.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they issue a grant, and what the customer's file holds then. */
@ReferenceTest
@DisabledOnOs(OS.WINDOWS)
class KilledGrantTest {
  private static final String TABLE = "Processes killed while they grant";
  private static final List<Class<?>> TYPES =
      List.of(
          EndlessGranting.class,
          KeyRing.class,
          Signer.class,
          Progress.class,
          OnnxModel.class,
          OrtEnvironment.class,
          Child.class);

  private final Victim victim = new Victim(TYPES, new SplittableRandom());

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void sealAModelAndKeepItsKey() throws Exception {
    EndlessSealing.seal(folder.resolve("x.protected"), 0, 4);
    Manifest manifest = EndlessGranting.artifact(folder).manifest();
    Protector protector = Protector.KeyFile.create(EndlessGranting.ringKey(folder));
    try (KeyRing ring = KeyRing.create(EndlessGranting.ring(folder), protector);
        Secret master = Secret.of(EndlessSealing.keyBytes())) {
      ring.putMaster(manifest.artifact(), manifest.rings().generation(), master);
    }
  }

  @Test
  @Tag("slow")
  void fiftyKillsLeaveTheGrantBeforeOrTheOneAfter(Report report) throws Exception {
    int unsaid = killAndLook(50);
    report.add(TABLE, "kills after each of which the grant is whole", 50, "50");
    report.add(TABLE, "of these with a newer one than the process could say", unsaid, "-");
    report.add(TABLE, "of these with a half-made file beside it", halfMade(), "-");
  }

  @Test
  @Tag("fast")
  void threeKillsLeaveTheGrantBeforeOrTheOneAfter() throws Exception {
    killAndLook(3);
  }

  private int killAndLook(int kills) throws Exception {
    Artifact artifact = EndlessGranting.artifact(folder);
    int unsaid = 0;
    int round = 0;
    for (int i = 0; i < kills; i++) {
      int said = victim.killed(folder.toString(), Integer.toString(round + 1));
      byte[] text = Files.readAllBytes(EndlessGranting.grant(folder));
      Grant grant = Grant.read(text, EndlessSealing.VENDOR.key());
      assertEquals(artifact.manifest().artifact(), grant.terms().subject().artifact());
      round = Integer.parseInt(grant.terms().recipient());
      unsaid += round - said;
      assertTrue(said == round || said == round - 1, said + " was said, " + round + " is there");
    }
    return unsaid;
  }

  private long halfMade() throws Exception {
    try (Stream<Path> files = Files.list(EndlessGranting.grant(folder).getParent())) {
      return files.count() - 1;
    }
  }
}
