// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.hpke;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.runtime.secret.AesGcm;
import dev.modelward.runtime.secret.Parts;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * The encryption beside vectors of RFC 9180: of the vectors in mode PSK, appendix A has those with
 * AES-128-GCM, and the base mode with AES-256-GCM is in the file of vectors that it refers to.
 */
class HpkeVectorsTest {
  private static final byte[] INFO = hex("4f6465206f6e2061204772656369616e2055726e");
  private static final byte[] MESSAGE =
      hex("4265617574792069732074727574682c20747275746820626561757479");
  private static final byte[] BESIDE = hex("436f756e742d30");
  private static final byte[] PSK =
      hex("0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82");
  private static final byte[] PSK_ID = hex("456e6e796e20447572696e206172616e204d6f726961");
  private static final byte[] NONE = {};

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /** The two keys of a vector. */
  private record Keys(X25519 ephemeral, X25519 recipient) {
    static Keys of(String ephemeral, String recipient) {
      return new Keys(new X25519(hex(ephemeral)), new X25519(hex(recipient)));
    }

    static Keys base() {
      return of(
          "179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11",
          "497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d");
    }

    static Keys psk() {
      return of(
          "463426a9ffb42bb17dbe6044b9abd1d4e4d95f9041cef0e99d7824eef2b6f588",
          "c5eb01eb457fe6c6f57577c5413b931550a162c71a03ac8d196babbd4e5ce0fd");
    }

    byte[] shared() {
      byte[] enc = ephemeral.publicKey();
      byte[] context = Parts.join(enc, recipient.publicKey());
      byte[] sent = Hpke.shared(ephemeral, recipient.publicKey(), context).orElseThrow();
      assertArrayEquals(sent, Hpke.shared(recipient, enc, context).orElseThrow());
      return sent;
    }
  }

  private static void assertHex(String digits, byte[] bytes) {
    assertEquals(digits, HexFormat.of().formatHex(bytes));
  }

  @Test
  void makesThePublicKeysOfTheVectors() {
    assertHex(
        "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256",
        Keys.base().ephemeral().publicKey());
    assertHex(
        "430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c",
        Keys.base().recipient().publicKey());
    assertHex(
        "0ad0950d9fb9588e59690b74f1237ecdf1d775cd60be2eca57af5a4b0471c91b",
        Keys.psk().ephemeral().publicKey());
    assertHex(
        "9fed7e8c17387560e92cc6462a68049657246a09bfa8ade7aefe589672016366",
        Keys.psk().recipient().publicKey());
  }

  @Test
  void sharesTheSecretsOfTheVectors() {
    assertHex(
        "3101c54c3a4f87439eaac080699ed9bbcc726ffe44e860c0424ccb7e3e2ead7b", Keys.base().shared());
    assertHex(
        "727699f009ffe3c076315019c69648366b69171439bd7dd0807743bde76986cd", Keys.psk().shared());
  }

  @Test
  void sealsAsInTheBaseModeWithAes256() {
    byte[] derived = new KeySchedule(2, 32).derive(Keys.base().shared(), NONE, NONE, INFO);
    assertHex(
        "f50b0609186798729ed0564b36ef2ef8044f1f9d05636874d1f46c819c7a669f"
            + "151d9929e2449747889bc923",
        derived);
    assertHex(
        "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a",
        sealed(derived, 32));
  }

  @Test
  void sealsAsWithASharedKeyAndAes128() {
    byte[] derived = new KeySchedule(1, 16).derive(Keys.psk().shared(), PSK, PSK_ID, INFO);
    assertHex("15026dba546e3ae05836fc7de5a7bb26" + "9518635eba129d5ce0914555", derived);
    assertHex(
        "e52c6fed7f758d0cf7145689f21bc1be6ec9ea097fef4e959440012f4feb73fb611b946199e681f4cfc34db8ea",
        sealed(derived, 16));
  }

  private static byte[] sealed(byte[] derived, int keyLength) {
    try (AesGcm cipher = new AesGcm(Arrays.copyOf(derived, keyLength))) {
      byte[] nonce = Arrays.copyOfRange(derived, keyLength, derived.length);
      return cipher.seal(nonce, BESIDE, MESSAGE, MESSAGE.length);
    }
  }

  @Test
  void sealsWithTheKeyAndNonceOfTheBaseMode() {
    Keys keys = Keys.base();
    byte[] sealed =
        Hpke.base(INFO)
            .sealWithInsecureFixedKey(keys.ephemeral(), keys.recipient().publicKey(), MESSAGE);
    byte[] derived = new KeySchedule(2, 32).derive(keys.shared(), NONE, NONE, INFO);
    try (AesGcm cipher = new AesGcm(Arrays.copyOf(derived, 32))) {
      byte[] nonce = Arrays.copyOfRange(derived, 32, derived.length);
      byte[] expected = cipher.seal(nonce, NONE, MESSAGE, MESSAGE.length);
      assertArrayEquals(Parts.join(keys.ephemeral().publicKey(), expected), sealed);
    }
  }
}
