// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import dev.modelward.testkit.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That somebody who has none of our code can verify an artifact by its model.sig. */
class SignatureTest {
  private static final List<Integer> MASKS = List.of(0x01, 0x20, 0x80);

  private final Stranger stranger = new Stranger(SealedModel.ATTESTOR.key().pem());

  @TempDir Path folder = Path.of("");

  private Path place() {
    return folder.resolve("x.protected");
  }

  private static OnnxModel small() {
    return new Draft("small")
        .input("x", 1, 4)
        .tensor(new Dice(1).floats("w", 1, 4, 6))
        .node("MatMul x w -> y")
        .output("y", 1, 6)
        .model();
  }

  /** The names and digests in a signature that holds. */
  private Map<String, String> told(Path artifact) throws Exception {
    Object statement = stranger.statement(Files.readAllBytes(artifact.resolve("model.sig")));
    Map<String, String> digests = new TreeMap<>();
    Object resources = PlainJson.at(PlainJson.at(statement, "predicate"), "resources");
    for (Object each : PlainJson.all(resources)) {
      digests.put(PlainJson.at(each, "name").toString(), PlainJson.at(each, "digest").toString());
    }
    return digests;
  }

  @Test
  void everySealedArtifactIsAcceptedUnderWhateverName() throws Exception {
    SealedModel.of(Models.smallCnn(), place());
    assertTrue(stranger.accepts(Stranger.files(place())));
    Path renamed = Files.move(place(), folder.resolve("other"));
    assertTrue(stranger.accepts(Stranger.files(renamed)));
    Artifact.open(renamed, SealedModel.VENDOR.key()).verify(1);
  }

  @Test
  void saysTheDigestsThatTheManifestSays() throws Exception {
    Manifest manifest = SealedModel.of(Models.smallCnn(), place()).artifact().manifest();
    Map<String, String> told = told(place());
    assertEquals(
        Set.of("manifest.json", "model.onnx", "model.onnx.data", "rings.sealed"), told.keySet());
    assertEquals(manifest.files().model().sha256(), told.get("model.onnx"));
    assertEquals(manifest.rings().file().sha256(), told.get("rings.sealed"));
  }

  @Test
  void refusesEachChangedByteOfAFileAndOfTheSignature() throws Exception {
    SealedModel.of(small(), place());
    Map<String, byte[]> files = Stranger.files(place());
    assertEquals(5, files.size());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      byte[] bytes = file.getValue();
      for (int at = 0; at < bytes.length; at++) {
        for (int mask : MASKS) {
          bytes[at] ^= (byte) mask;
          assertFalse(stranger.accepts(files), file.getKey() + " " + at);
          bytes[at] ^= (byte) mask;
        }
      }
    }
    assertTrue(stranger.accepts(files));
  }

  @Test
  void refusesAFileMoreOrLessOrShorterAndAnotherKey() throws Exception {
    SealedModel.of(small(), place());
    Map<String, byte[]> files = Stranger.files(place());
    Map<String, byte[]> more = new TreeMap<>(files);
    more.put("more", new byte[0]);
    assertFalse(stranger.accepts(more));
    for (String name : files.keySet()) {
      Map<String, byte[]> less = new TreeMap<>(files);
      less.remove(name);
      assertFalse(stranger.accepts(less), name);
      less.put(name, new byte[0]);
      assertFalse(stranger.accepts(less), name);
    }
    try (AttestingKey other = AttestingKey.generate()) {
      assertFalse(new Stranger(other.key().pem()).accepts(files));
    }
  }

  @Test
  void anArtifactThatIsKeyedAnewIsVouchedForAnew() throws Exception {
    SealedModel sealed = SealedModel.of(Models.smallCnn(), place());
    Map<String, byte[]> before = Stranger.files(place());
    Map<String, String> told = told(place());
    Sealer sealer = new Sealer(SealedModel.VENDOR, SealedModel.ATTESTOR, new Workers(1));
    try (TierKey old = SealedModel.key(SealedModel.RINGS);
        TierKey next = TierKey.random(SealedModel.ID, SealedModel.RINGS)) {
      sealer.rekey(sealed.artifact(), old, next).verify(1);
    }
    Map<String, byte[]> after = Stranger.files(place());
    assertTrue(stranger.accepts(after));
    Map<String, String> anew = told(place());
    assertEquals(told.get("model.onnx"), anew.get("model.onnx"));
    assertEquals(told.get("model.onnx.data"), anew.get("model.onnx.data"));
    assertFalse(told.containsValue(anew.get("rings.sealed")));
    assertFalse(told.containsValue(anew.get("manifest.json")));
    after.put("model.sig", before.getOrDefault("model.sig", new byte[0]));
    assertFalse(stranger.accepts(after), "the older signature is of the older rings");
  }

  @Test
  void anArtifactWithoutOneIsKeyedAnewAndGetsIt() throws Exception {
    SealedModel sealed = SealedModel.of(small(), place());
    Files.delete(place().resolve("model.sig"));
    Sealer sealer = new Sealer(SealedModel.VENDOR, SealedModel.ATTESTOR, new Workers(1));
    try (TierKey key = SealedModel.key(SealedModel.RINGS)) {
      sealer.rekey(sealed.artifact(), key, key).verify(1);
    }
    assertTrue(stranger.accepts(Stranger.files(place())));
  }

  @Test
  void anArtifactWithoutDataIsAcceptedToo() throws Exception {
    Blueprint blueprint = SealedModel.blueprint(Models.everyElementType(), List.of());
    Sealer sealer = new Sealer(SealedModel.VENDOR, SealedModel.ATTESTOR, new Workers(1));
    try (TierKey top = SealedModel.key(SealedModel.RINGS)) {
      sealer.seal(blueprint, top, place(), Progress.NONE);
    }
    assertEquals(Set.of("manifest.json", "model.onnx", "rings.sealed"), told(place()).keySet());
    assertTrue(stranger.accepts(Stranger.files(place())));
  }
}
