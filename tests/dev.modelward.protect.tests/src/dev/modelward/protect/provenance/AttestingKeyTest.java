// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.provenance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.protect.keys.KeyEntry;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.Protector;
import dev.modelward.protect.keys.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttestingKeyTest {
  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder = Path.of("");

  private KeyRing ring() throws Exception {
    Protector protector = Protector.KeyFile.create(folder.resolve("key"));
    return KeyRing.create(folder.resolve("ring"), protector);
  }

  /** The key that a PEM is, as a stranger reads it. */
  static PublicKey read(String pem) throws Exception {
    List<String> lines = pem.lines().toList();
    assertEquals("-----BEGIN PUBLIC KEY-----", lines.getFirst());
    assertEquals("-----END PUBLIC KEY-----", lines.getLast());
    String body = String.join("", lines.subList(1, lines.size() - 1));
    byte[] der = Base64.getDecoder().decode(body);
    return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
  }

  private static boolean verifies(PublicKey key, byte[] message, byte[] signature)
      throws Exception {
    Signature verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(key);
    verifier.update(message);
    return verifier.verify(signature);
  }

  @Test
  void signsWhatItsPemVerifies() throws Exception {
    try (AttestingKey attestor = AttestingKey.generate();
        AttestingKey other = AttestingKey.generate()) {
      PublicKey key = read(attestor.key().pem());
      assertArrayEquals(key.getEncoded(), attestor.key().der());
      byte[] signature = attestor.sign(MESSAGE);
      assertTrue(verifies(key, MESSAGE, signature));
      assertFalse(verifies(key, new byte[1], signature));
      assertFalse(verifies(read(other.key().pem()), MESSAGE, signature));
    }
  }

  /** The key of RFC 6979, A.2.5; its PEM, and the SHA-256 of that, by another tool. */
  @Test
  void writesAKnownKeyAsOthersDoAndSignsByIt() throws Exception {
    AttestorKey key =
        new AttestorKey(
            "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    byte[] number =
        HexFormat.of().parseHex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
    assertEquals(
        """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7
        Yfps5mliLmDyn7Z5A/4QCLi8maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==
        -----END PUBLIC KEY-----
        """,
        key.pem());
    assertEquals("4975c03dd2ad43f3803bf943ca231389c41f26352bf098c930568797eff44dcc", key.hint());
    try (AttestingKey attestor = new AttestingKey(key, Secret.of(number))) {
      assertTrue(verifies(read(key.pem()), MESSAGE, attestor.sign(MESSAGE)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "04", "0460fe"})
  void refusesAPointThatIsNone(String point) {
    assertThrows(IllegalArgumentException.class, () -> new AttestorKey(point));
    assertThrows(IllegalArgumentException.class, () -> new AttestorKey("02" + "00".repeat(64)));
    assertThrows(IllegalArgumentException.class, () -> new AttestorKey("04" + "AB".repeat(64)));
  }

  @Test
  void aRingWithoutOneGetsItWhenItIsNeededAndKeepsIt() throws Exception {
    try (KeyRing ring = ring()) {
      KeyEntry.Signing signing = ring.newSigner();
      assertTrue(ring.listing().attesting().isEmpty());
      AttestorKey first;
      try (AttestingKey attestor = AttestingKey.of(ring)) {
        first = attestor.key();
      }
      byte[] before = Files.readAllBytes(folder.resolve("ring"));
      try (AttestingKey again = AttestingKey.of(ring)) {
        assertEquals(first, again.key());
        assertTrue(verifies(read(first.pem()), MESSAGE, again.sign(MESSAGE)));
      }
      assertArrayEquals(before, Files.readAllBytes(folder.resolve("ring")));
      assertEquals(signing, ring.listing().keys().getFirst());
      assertEquals(2, ring.listing().keys().size());
    }
  }

  @Test
  void signsNothingOnceItIsClosedAndTellsNoSecret() {
    AttestingKey attestor = AttestingKey.generate();
    assertEquals("attestor " + attestor.key().hint(), attestor.toString());
    attestor.close();
    assertThrows(IllegalStateException.class, () -> attestor.sign(MESSAGE));
  }

  @Test
  void everyKeyIsWholeHoweverSmallItsNumbersAre() throws Exception {
    // of 300 keys some have a coordinate or a number that begins with a zero byte
    for (int i = 0; i < 300; i++) {
      try (AttestingKey attestor = AttestingKey.generate()) {
        assertTrue(verifies(read(attestor.key().pem()), MESSAGE, attestor.sign(MESSAGE)));
      }
    }
  }
}
