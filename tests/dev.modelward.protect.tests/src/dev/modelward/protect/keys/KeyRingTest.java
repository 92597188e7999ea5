// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static dev.modelward.protect.keys.Keys.ARTIFACT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.sign.VendorKey;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
  private static final String OTHER = "ffeeddccbbaa99887766554433221100";

  @TempDir Path folder = Path.of("");
  private Path file = Path.of("");
  private Protector protector = Keys.passphrase(Keys.PASSPHRASE);

  @BeforeEach
  void writeProtector() throws Exception {
    file = folder.resolve("vendor.keys");
    protector = Keys.file(folder.resolve("key"), 1);
  }

  @Test
  void aSignerSignsWhatTheJdkVerifies() throws Exception {
    byte[] message = "message".getBytes();
    try (KeyRing ring = KeyRing.create(file, protector)) {
      KeyEntry.Signing entry = ring.newSigner();
      try (SigningKey signer = ring.signer(entry.id())) {
        byte[] publicKey = HexFormat.of().parseHex(entry.publicKey());
        assertEquals(VendorKey.of(publicKey), signer.key());
        assertTrue(verifies(publicKey, message, signer.sign(message)));
        assertFalse(verifies(publicKey, "other".getBytes(), signer.sign(message)));
      }
    }
  }

  private static boolean verifies(byte[] publicKey, byte[] message, byte[] signature)
      throws Exception {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    encoded.writeBytes(HexFormat.of().parseHex("302a300506032b6570032100"));
    encoded.writeBytes(publicKey);
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(encoded.toByteArray())));
    verifier.update(message);
    return verifier.verify(signature);
  }

  /** RFC 8032, section 7.1. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void signsTheVectorsOfTheRfc(String seed, String publicKey, String message, String signature)
      throws Exception {
    try (KeyRing ring = KeyRing.create(file, protector);
        Secret secret = Secret.of(HexFormat.of().parseHex(seed))) {
      KeyEntry.Signing entry = ring.putSigner(secret);
      try (SigningKey signer = ring.signer(entry.id())) {
        byte[] signed = signer.sign(HexFormat.of().parseHex(message));

        assertEquals(publicKey, entry.publicKey());
        assertEquals(signature, HexFormat.of().formatHex(signed));
      }
    }
  }

  @Test
  void theIdOfASignerIsThatOfTheFormat() {
    KeyEntry.Signing entry =
        new KeyEntry.Signing(
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", Instant.EPOCH);

    // printf d75a98.. | xxd -r -p | sha256sum
    assertEquals("21fe31dfa154a261626bf854046fd227", entry.id());
  }

  @Test
  void aClosedSignerSignsNothing() throws Exception {
    try (KeyRing ring = KeyRing.create(file, protector)) {
      SigningKey signer = ring.signer(ring.newSigner().id());
      signer.close();

      assertThrows(IllegalStateException.class, () -> signer.sign(new byte[1]));
    }
  }

  @Test
  void keepsMasterKeysByArtifactAndGeneration() throws Exception {
    byte[] first;
    byte[] second;
    try (KeyRing ring = KeyRing.create(file, protector)) {
      assertEquals(1, ring.newMaster(ARTIFACT).generation());
      assertEquals(2, ring.newMaster(ARTIFACT).generation());
      assertEquals(1, ring.newMaster(OTHER).generation());
      first = Keys.master(ring, 1);
      second = Keys.master(ring, 2);
    }
    assertFalse(Arrays.equals(first, second));
    try (KeyRing ring = KeyRing.open(file, protector)) {
      assertArrayEquals(first, Keys.master(ring, 1));
      assertArrayEquals(second, Keys.master(ring, 2));
      assertThrows(KeyRingException.Missing.class, () -> ring.master(ARTIFACT, 3));
    }
  }

  @Test
  void takesKeysFromElsewhereAndReplacesNone() throws Exception {
    try (KeyRing ring = KeyRing.create(file, protector);
        Secret key = Secret.of(Keys.bytes(9));
        Secret other = Secret.of(Keys.bytes(10))) {
      ring.putMaster(ARTIFACT, 7, key);
      KeyEntry.Signing signing = ring.putSigner(key);

      assertThrows(KeyRingException.Taken.class, () -> ring.putMaster(ARTIFACT, 7, other));
      assertThrows(KeyRingException.Taken.class, () -> ring.putSigner(key));
      assertArrayEquals(Keys.bytes(9), Keys.master(ring, 7));
      assertEquals(8, ring.newMaster(ARTIFACT).generation());
      assertEquals(signing, ring.listing().keys().getFirst());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void refusesAKeyOfAnotherLength(int length) throws Exception {
    try (KeyRing ring = KeyRing.create(file, protector);
        Secret key = Secret.of(new byte[length])) {
      assertThrows(IllegalArgumentException.class, () -> ring.putSigner(key));
      assertThrows(IllegalArgumentException.class, () -> ring.putMaster(ARTIFACT, 1, key));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0011", "00112233445566778899AABBCCDDEEFF", "../../etc/passwd"})
  void refusesAnArtifactsIdThatIsNone(String artifact) throws Exception {
    try (KeyRing ring = KeyRing.create(file, protector)) {
      assertThrows(IllegalArgumentException.class, () -> ring.newMaster(artifact));
      assertTrue(ring.listing().keys().isEmpty());
    }
  }

  @Test
  void removesAKeyAndNoOther() throws Exception {
    try (KeyRing ring = KeyRing.create(file, protector)) {
      KeyEntry.Signing signing = ring.newSigner();
      KeyEntry.Master master = ring.newMaster(ARTIFACT);
      byte[] key = Keys.master(ring, 1);

      ring.remove(signing);

      assertThrows(KeyRingException.Missing.class, () -> ring.signer(signing.id()));
      assertThrows(KeyRingException.Missing.class, () -> ring.remove(signing));
      assertArrayEquals(key, Keys.master(ring, 1));
      assertEquals(List.of(master), ring.listing().keys());
    }
  }

  @Test
  void listsWithoutBeingOpened() throws Exception {
    KeyRing.Listing expected;
    try (KeyRing ring = KeyRing.create(file, protector)) {
      ring.newMaster(OTHER);
      ring.newMaster(ARTIFACT);
      ring.newSigner();
      ring.newSigner();
      expected = ring.listing();
    }

    KeyRing.Listing listing = KeyRing.look(file);

    assertEquals(expected, listing);
    assertEquals(List.of(new Lock.KeyFile()), listing.locks());
    assertEquals(
        List.of("signing", "signing", "master", "master"),
        listing.keys().stream().map(KeyEntry::kind).toList());
    assertEquals(ARTIFACT, listing.keys().get(2).id());
  }

  @Test
  void remembersWhenAKeyCameIntoBeing() throws Exception {
    Instant before = Instant.now().minus(Duration.ofSeconds(1));
    try (KeyRing ring = KeyRing.create(file, protector)) {
      Instant created = ring.newSigner().created();

      assertTrue(created.isAfter(before) && !created.isAfter(Instant.now()), created.toString());
      assertEquals(0, created.getNano());
    }
  }

  @Test
  void replacesNoFile() throws Exception {
    Files.writeString(file, "precious");

    assertThrows(KeyRingException.Taken.class, () -> KeyRing.create(file, protector));
    assertEquals("precious", Files.readString(file));
  }

  @Test
  void missesAFile() {
    assertThrows(KeyRingException.Missing.class, () -> KeyRing.open(file, protector));
    assertThrows(KeyRingException.Missing.class, () -> KeyRing.look(file));
  }

  @Test
  void writesForItsOwnerAlone() throws Exception {
    try (KeyRing ring = KeyRing.create(file, protector)) {
      if (Privacy.isPosix(file)) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        ring.newSigner();
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
  }

  @Test
  void followsALinkAndLeavesIt() throws Exception {
    KeyRing.create(file, protector).close();
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    try (KeyRing ring = KeyRing.open(link, protector)) {
      ring.newSigner();
    }

    assertTrue(Files.isSymbolicLink(link));
    assertEquals(1, KeyRing.look(file).keys().size());
  }

  @Test
  void isOfNoUseOnceItIsClosed() throws Exception {
    KeyRing ring = KeyRing.create(file, protector);
    ring.close();

    assertThrows(IllegalStateException.class, ring::newSigner);
    assertThrows(IllegalStateException.class, ring::listing);
  }
}
