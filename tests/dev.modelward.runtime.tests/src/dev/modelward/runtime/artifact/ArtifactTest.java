// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Foreign;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.ProtectionException.Tampered;
import dev.modelward.runtime.ProtectionException.WrongKey;
import dev.modelward.testkit.sealed.HandmadeArtifact;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactTest {
  private final HandmadeArtifact handmade = new HandmadeArtifact();
  private final Map<String, byte[]> files = handmade.files();

  @TempDir Path folder = Path.of("");

  private Artifact opened() throws IOException, ProtectionException {
    HandmadeArtifact.write(files, folder);
    return Artifact.open(folder, handmade.vendor().key());
  }

  private static byte[] bytes(Restored restored, int tensor) {
    ByteBuffer found =
        restored.tensors().entrySet().stream()
            .filter(each -> each.getKey() == tensor)
            .findFirst()
            .orElseThrow()
            .getValue();
    byte[] bytes = new byte[found.capacity()];
    found.get(0, bytes);
    return bytes;
  }

  private <T extends Exception> T refuses(Class<T> how, TierKey key) {
    try (key) {
      return assertThrows(how, () -> opened().restore(key, 2).close());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theHighestTierRestoresAll(int threads) throws Exception {
    try (TierKey key = handmade.key(2);
        Restored restored = opened().restore(key, threads)) {
      assertEquals(Set.of(0, 1), restored.tensors().keySet());
      assertArrayEquals(handmade.original(0), bytes(restored, 0));
      assertArrayEquals(handmade.original(1), bytes(restored, 1));
    }
  }

  @Test
  void aLowerTierRestoresItsRingsAndLeavesDecoysInTheOthers() throws Exception {
    byte[] expected = handmade.original(0);
    for (int row = 0; row < 2; row++) {
      System.arraycopy(handmade.decoy(0), 24 * row, expected, 24 * row, 12);
    }
    try (TierKey key = handmade.key(1);
        Restored restored = opened().restore(key, 2)) {
      assertArrayEquals(expected, bytes(restored, 0));
      assertArrayEquals(handmade.original(1), bytes(restored, 1));
    }
  }

  @Test
  void whatWasRestoredIsZeroOnceClosed() throws Exception {
    try (TierKey key = handmade.key(2)) {
      Restored restored = opened().restore(key, 2);
      restored.close();
      assertArrayEquals(new byte[96], bytes(restored, 0));
      assertArrayEquals(new byte[64], bytes(restored, 1));
      restored.tensors().values().forEach(bytes -> assertTrue(bytes.isDirect()));
    }
  }

  @Test
  void verifiesWithoutAnyKey() throws Exception {
    opened().verify(2);
    assertEquals(folder.resolve("model.onnx"), opened().model());
    assertEquals(handmade.vendor().key(), opened().vendor());
  }

  @Test
  void refusesFurtherFilesWhenItIsVerified() throws Exception {
    Artifact artifact = opened();
    Files.write(folder.resolve("model.sig"), new byte[1]);
    artifact.verify(2);
    Files.write(folder.resolve("notes.txt"), new byte[1]);
    Malformed refusal = assertThrows(Malformed.class, () -> artifact.verify(2));
    assertEquals("notes.txt", refusal.found());
  }

  @Test
  void refusesDataThatTheManifestKnowsNothingOf() throws Exception {
    Manifest core = handmade.core();
    Manifest without =
        new Manifest(
            core.artifact(),
            new Manifest.Files(core.files().model(), 0),
            List.of(),
            core.inside(),
            core.tiers(),
            core.provenance(),
            core.rings());
    byte[] none = new byte[12];
    System.arraycopy("MWRING1".getBytes(), 0, none, 0, 7);
    HandmadeArtifact.write(handmade.files(without, new byte[9], none, none), folder);
    Artifact artifact = Artifact.open(folder, handmade.vendor().key());
    assertThrows(Malformed.class, () -> artifact.verify(1));
    Files.delete(folder.resolve(Names.DATA));
    artifact.verify(1);
    try (TierKey key = handmade.key(2);
        Restored nothing = artifact.restore(key, 1)) {
      assertEquals(Map.of(), nothing.tensors());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Names.MODEL, Names.DATA, Names.RINGS})
  void refusesToMissAFile(String name) throws Exception {
    Artifact artifact = opened();
    Files.delete(folder.resolve(name));
    assertThrows(Tampered.class, () -> artifact.verify(2));
    try (TierKey key = handmade.key(2)) {
      assertThrows(Tampered.class, () -> artifact.restore(key, 2));
    }
  }

  @Test
  void isNoArtifactWithoutAManifest() {
    assertThrows(
        Malformed.class, () -> Artifact.open(folder.resolve("none"), handmade.vendor().key()));
    assertThrows(Malformed.class, () -> Artifact.open(folder, handmade.vendor().key()));
  }

  @Test
  void isReadWhereItWaitsToBeReplaced() throws Exception {
    Path old = Files.createDirectory(folder.resolve("x.protected.old"));
    HandmadeArtifact.write(files, old);
    Path place = folder.resolve("x.protected");
    assertEquals(old, Artifact.open(place, handmade.vendor().key()).folder());
    Files.createDirectory(place);
    assertThrows(Malformed.class, () -> Artifact.open(place, handmade.vendor().key()));
    HandmadeArtifact.write(files, place);
    assertEquals(place, Artifact.open(place, handmade.vendor().key()).folder());
  }

  @Test
  void refusesKeysOfOtherArtifactsAndOfTiersThatItDoesNotHave() {
    refuses(Foreign.class, TierKey.of("ff".repeat(16), 2, new byte[TierKey.LENGTH]));
    refuses(Foreign.class, TierKey.of(HandmadeArtifact.ID, 3, new byte[TierKey.LENGTH]));
  }

  @Test
  void refusesWrongKeys() {
    refuses(WrongKey.class, TierKey.random(HandmadeArtifact.ID, 2));
    refuses(WrongKey.class, TierKey.of(HandmadeArtifact.ID, 2, handmade.key(1).bytes()));
    refuses(WrongKey.class, TierKey.of(HandmadeArtifact.ID, 1, handmade.key(2).bytes()));
  }

  @Test
  void isOfItsVendorOnly() throws Exception {
    HandmadeArtifact.write(files, folder);
    assertThrows(Foreign.class, () -> Artifact.open(folder, new InsecureVendor(2).key()));
  }

  @Test
  void refusesEachByteOfEachFileFlippedAndEachFileCutAtEachByte() throws Exception {
    try (TierKey key = handmade.key(2)) {
      for (String name : List.of(Names.MODEL, Names.DATA, Names.RINGS)) {
        Artifact artifact = opened();
        byte[] right = Files.readAllBytes(folder.resolve(name));
        for (int at = 0; at < right.length; at++) {
          byte[] flipped = right.clone();
          flipped[at] ^= (byte) (1 << at % 8);
          refuses(artifact, name, flipped, key);
          refuses(artifact, name, Arrays.copyOf(right, at), key);
        }
        refuses(artifact, name, Arrays.copyOf(right, right.length + 1), key);
      }
    }
  }

  private void refuses(Artifact artifact, String name, byte[] bytes, TierKey key)
      throws IOException {
    Files.write(folder.resolve(name), bytes);
    assertThrows(Tampered.class, () -> artifact.restore(key, 1), name);
    assertThrows(Tampered.class, () -> artifact.verify(1), name);
  }

  @Test
  void writesTheMessageOfARingForWhoeverMaySeeIt() throws Exception {
    try (TierKey key = handmade.key(2);
        TierKey wrong = TierKey.random(HandmadeArtifact.ID, 2)) {
      for (int ring = 1; ring <= 2; ring++) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        opened().copyRing(key, ring, out);
        byte[] expected = (ring == 1 ? handmade.first() : handmade.second()).bytes();
        assertArrayEquals(expected, out.toByteArray());
      }
      ByteArrayOutputStream nothing = new ByteArrayOutputStream();
      assertThrows(WrongKey.class, () -> opened().copyRing(wrong, 1, nothing));
      assertEquals(0, nothing.size());
    }
  }

  @Test
  void saysNothingSecretWhenItRefuses() throws Exception {
    List<String> said = new ArrayList<>();
    byte[] secret = new byte[TierKey.LENGTH];
    Arrays.fill(secret, (byte) 0x5a);
    said.add(refuses(WrongKey.class, TierKey.of(HandmadeArtifact.ID, 2, secret)).toString());
    said.add(refuses(Foreign.class, TierKey.of("5b".repeat(16), 2, secret)).toString());
    for (String each : said) {
      assertTrue(!each.contains("5a5a") && !each.contains("90, 90"), each);
    }
  }
}
