// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.stream.OpeningStream;
import dev.modelward.runtime.stream.SealingStream;
import dev.modelward.runtime.stream.StreamException;
import dev.modelward.runtime.stream.StreamKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TierKeyTest {
  private static final String ARTIFACT = "000102030405060708090a0b0c0d0e0f";
  private static final byte[] CONTEXT = {1, 2, 3};

  private static byte[] secret() {
    byte[] bytes = new byte[TierKey.LENGTH];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (100 + i);
    }
    return bytes;
  }

  private static void setAllTo(byte[] bytes, int value) {
    Arrays.fill(bytes, (byte) value);
  }

  /** The first block of HKDF-Expand (RFC 5869, section 2.3), cut to a key. */
  private static byte[] derived(byte[] key, String label, int number)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(key, "HmacSHA512"));
    mac.update(label.getBytes(StandardCharsets.US_ASCII));
    mac.update((byte) 0);
    mac.update(HexFormat.of().parseHex(ARTIFACT));
    mac.update(new byte[] {0, 0, 0, (byte) number});
    mac.update((byte) 1);
    return Arrays.copyOf(mac.doFinal(), TierKey.LENGTH);
  }

  private static byte[] sealed(StreamKey key) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (key;
        SealingStream sealing = SealingStream.to(out, key, CONTEXT)) {
      sealing.write(secret());
      sealing.finish();
    }
    return out.toByteArray();
  }

  private static byte[] opened(byte[] sealed, StreamKey key) throws IOException {
    try (key;
        OpeningStream in = OpeningStream.of(new ByteArrayInputStream(sealed), key, CONTEXT)) {
      return in.readAllBytes();
    }
  }

  @Test
  void givesTheKeyOfEachTierBelowAsTheFormatSays() throws GeneralSecurityException {
    try (TierKey top = TierKey.of(ARTIFACT, 5, secret())) {
      byte[] expected = secret();
      for (int tier = 5; tier > 0; tier--) {
        try (TierKey lower = top.of(tier)) {
          assertArrayEquals(expected, lower.bytes(), "tier " + tier);
          assertEquals(tier, lower.tier());
          assertEquals(ARTIFACT, lower.artifact());
        }
        expected = derived(expected, "modelward.dev/tier/v1", tier - 1);
      }
    }
  }

  @Test
  void givesTheSameKeyInOneStepOrInSeveral() {
    try (TierKey top = TierKey.of(ARTIFACT, 5, secret());
        TierKey four = top.of(4);
        TierKey three = four.of(3);
        TierKey atOnce = top.of(3)) {
      assertArrayEquals(atOnce.bytes(), three.bytes());
    }
  }

  @Test
  void givesTheKeyOfItsRingAsTheFormatSays() throws Exception {
    try (TierKey key = TierKey.of(ARTIFACT, 3, secret())) {
      StreamKey expected = StreamKey.of(derived(secret(), "modelward.dev/ring-key/v1", 3));
      assertArrayEquals(secret(), opened(sealed(key.ringKey()), expected));
    }
  }

  @Test
  void artifactsAndTiersHaveKeysOfTheirOwn() throws IOException {
    byte[] sealed = sealed(TierKey.of(ARTIFACT, 3, secret()).ringKey());
    for (TierKey other :
        new TierKey[] {
          TierKey.of(ARTIFACT, 2, secret()),
          TierKey.of(ARTIFACT, 4, secret()),
          TierKey.of(ARTIFACT.replace("0f", "10"), 3, secret()),
          TierKey.of(ARTIFACT, 4, secret()).of(3),
          TierKey.random(ARTIFACT, 3)
        }) {
      assertThrows(StreamException.class, () -> opened(sealed, other.ringKey()));
    }
  }

  @Test
  void hasNoKeyOfHigherTiersNorOfThePublicView() {
    try (TierKey key = TierKey.of(ARTIFACT, 3, secret())) {
      assertThrows(IllegalArgumentException.class, () -> key.of(4));
      assertThrows(IllegalArgumentException.class, () -> key.of(0));
      assertThrows(IllegalArgumentException.class, () -> key.of(-1));
    }
    assertThrows(IllegalArgumentException.class, () -> TierKey.of(ARTIFACT, 0, secret()));
    assertThrows(IllegalArgumentException.class, () -> TierKey.of(ARTIFACT, 1, new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> TierKey.of(ARTIFACT, 1, new byte[33]));
  }

  @Test
  void keepsACopyOfItsBytesAndGivesCopies() {
    byte[] bytes = secret();
    try (TierKey key = TierKey.of(ARTIFACT, 3, bytes)) {
      setAllTo(bytes, 0);
      assertArrayEquals(secret(), key.bytes());
      setAllTo(key.bytes(), 0);
      assertArrayEquals(secret(), key.bytes());
    }
  }

  @Test
  void isOfNoUseOnceClosed() {
    TierKey key = TierKey.of(ARTIFACT, 3, secret());
    key.close();
    key.close();
    assertThrows(IllegalStateException.class, key::bytes);
    assertThrows(IllegalStateException.class, key::ringKey);
    assertThrows(IllegalStateException.class, () -> key.of(3));
    assertThrows(IllegalStateException.class, () -> key.of(1));
  }

  @Test
  void zeroesItsBytesWhenClosedButNotThoseOfKeysThatItGave() throws ReflectiveOperationException {
    TierKey key = TierKey.of(ARTIFACT, 3, secret());
    TierKey same = key.of(3);
    key.close();
    var field = TierKey.class.getDeclaredField("bytes");
    field.setAccessible(true);
    assertArrayEquals(new byte[TierKey.LENGTH], (byte[]) field.get(key));
    assertArrayEquals(secret(), same.bytes());
  }

  @Test
  void aRandomKeyIsAnotherEachTime() {
    assertFalse(
        Arrays.equals(TierKey.random(ARTIFACT, 1).bytes(), TierKey.random(ARTIFACT, 1).bytes()));
  }

  @Test
  void saysItsTierOnly() {
    assertEquals("the key of tier 3", TierKey.of(ARTIFACT, 3, secret()).toString());
  }
}
