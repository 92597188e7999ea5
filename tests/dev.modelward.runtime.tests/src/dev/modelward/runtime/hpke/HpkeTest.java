// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.hpke;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.secret.Parts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.Test;

class HpkeTest {
  private static final byte[] INFO = {1, 2, 3};
  private static final byte[] MESSAGE =
      "a key of thirty-two bytes, or so".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PSK = new byte[32];
  private static final byte[] PSK_ID = {7};

  private final X25519 recipient = X25519.generate();

  @Test
  void opensWhatItSealedInBothModes() {
    try (Hpke base = Hpke.base(INFO);
        Hpke psk = Hpke.psk(PSK, PSK_ID, INFO)) {
      byte[] sealed = base.seal(recipient.publicKey(), MESSAGE);
      assertEquals(32 + MESSAGE.length + 16, sealed.length);
      assertArrayEquals(MESSAGE, base.open(recipient, sealed).orElseThrow());
      assertFalse(psk.open(recipient, sealed).isPresent());
      byte[] shared = psk.seal(recipient.publicKey(), MESSAGE);
      assertArrayEquals(MESSAGE, psk.open(recipient, shared).orElseThrow());
      assertFalse(base.open(recipient, shared).isPresent());
    }
  }

  @Test
  void sealsTheSameMessageDifferentlyEachTime() {
    byte[] first = Hpke.base(INFO).seal(recipient.publicKey(), MESSAGE);
    byte[] second = Hpke.base(INFO).seal(recipient.publicKey(), MESSAGE);
    assertFalse(Arrays.equals(first, second));
  }

  @Test
  void refusesAnyFlippedBitAndAnyCut() {
    byte[] sealed = Hpke.base(INFO).seal(recipient.publicKey(), MESSAGE);
    for (int bit = 0; bit < 8 * sealed.length; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertFalse(Hpke.base(INFO).open(recipient, flipped).isPresent(), "bit " + bit);
    }
    for (int size = 0; size < sealed.length; size++) {
      assertFalse(Hpke.base(INFO).open(recipient, Arrays.copyOf(sealed, size)).isPresent());
    }
  }

  @Test
  void refusesAnotherKeyAnotherInfoAndAnotherSharedKey() {
    byte[] sealed = Hpke.psk(PSK, PSK_ID, INFO).seal(recipient.publicKey(), MESSAGE);
    byte[] other = PSK.clone();
    other[31] = 1;
    assertTrue(Hpke.psk(PSK, PSK_ID, INFO).open(recipient, sealed).isPresent());
    assertFalse(Hpke.psk(PSK, PSK_ID, INFO).open(X25519.generate(), sealed).isPresent());
    assertFalse(Hpke.psk(PSK, PSK_ID, new byte[0]).open(recipient, sealed).isPresent());
    assertFalse(Hpke.psk(other, PSK_ID, INFO).open(recipient, sealed).isPresent());
    assertFalse(Hpke.psk(PSK, new byte[1], INFO).open(recipient, sealed).isPresent());
  }

  @Test
  void sealsForNoPublicKeyThatTakesEverySecretToZero() {
    Hpke hpke = Hpke.base(INFO);
    assertThrows(IllegalArgumentException.class, () -> hpke.seal(new byte[32], MESSAGE));
    byte[] sealed = new byte[32 + 32 + 16];
    assertFalse(hpke.open(recipient, sealed).isPresent());
  }

  @Test
  void isOfNoUseOnceClosed() {
    Hpke hpke = Hpke.psk(PSK, PSK_ID, INFO);
    hpke.close();
    byte[] key = recipient.publicKey();
    assertThrows(IllegalStateException.class, () -> hpke.seal(key, MESSAGE));
  }

  @Test
  void takesNoSharedKeyThatIsShortOrHasNoName() {
    assertThrows(IllegalArgumentException.class, () -> Hpke.psk(new byte[31], PSK_ID, INFO));
    assertThrows(IllegalArgumentException.class, () -> Hpke.psk(PSK, new byte[0], INFO));
  }

  @Test
  void opensWhatBouncyCastleSealsAndTheOtherWayRoundInTheBaseMode() throws Exception {
    HPKE other = bouncyCastle(HPKE.mode_base);
    AsymmetricCipherKeyPair pair = other.generatePrivateKey();
    byte[] none = {};
    byte[][] theirs = other.seal(pair.getPublic(), INFO, none, MESSAGE, null, null, null);
    assertOpens(Hpke.base(INFO), other.serializePrivateKey(pair.getPrivate()), theirs);
    byte[][] ours =
        halves(Hpke.base(INFO).seal(other.serializePublicKey(pair.getPublic()), MESSAGE));
    assertArrayEquals(MESSAGE, other.open(ours[0], pair, INFO, none, ours[1], null, null, null));
  }

  @Test
  void opensWhatBouncyCastleSealsAndTheOtherWayRoundWithASharedKey() throws Exception {
    HPKE other = bouncyCastle(HPKE.mode_psk);
    AsymmetricCipherKeyPair pair = other.generatePrivateKey();
    byte[] none = {};
    Hpke hpke = Hpke.psk(PSK, PSK_ID, INFO);
    byte[][] theirs = other.seal(pair.getPublic(), INFO, none, MESSAGE, PSK, PSK_ID, null);
    assertOpens(hpke, other.serializePrivateKey(pair.getPrivate()), theirs);
    byte[][] ours = halves(hpke.seal(other.serializePublicKey(pair.getPublic()), MESSAGE));
    assertArrayEquals(MESSAGE, other.open(ours[0], pair, INFO, none, ours[1], PSK, PSK_ID, null));
  }

  private static void assertOpens(Hpke hpke, byte[] privateKey, byte[][] theirs) {
    assertEquals(MESSAGE.length + 16, theirs[0].length);
    byte[] sealed = Parts.join(theirs[1], theirs[0]);
    assertArrayEquals(MESSAGE, hpke.open(new X25519(privateKey), sealed).orElseThrow());
  }

  private static byte[][] halves(byte[] sealed) {
    return new byte[][] {Arrays.copyOf(sealed, 32), Arrays.copyOfRange(sealed, 32, sealed.length)};
  }

  private static HPKE bouncyCastle(byte mode) {
    return new HPKE(mode, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }
}
