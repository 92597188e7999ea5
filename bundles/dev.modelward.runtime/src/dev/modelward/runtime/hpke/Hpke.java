// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.hpke;

import dev.modelward.runtime.secret.AesGcm;
import dev.modelward.runtime.secret.Material;
import dev.modelward.runtime.secret.Parts;
import java.util.Arrays;
import java.util.Optional;

/**
 * The encryption of single messages of RFC 9180 with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and
 * AES-256-GCM: what is sealed is the encapsulation (32 bytes) and behind it the ciphertext.
 */
public final class Hpke implements AutoCloseable {
  private static final Labels KEM =
      new Labels(Parts.join(Labels.ascii("KEM"), new byte[] {0x00, 0x20}));
  private static final int KEY = 32;
  private static final KeySchedule SCHEDULE = new KeySchedule(2, KEY);
  private static final byte[] NOTHING = {};

  private final Material psk;
  private final byte[] pskId;
  private final byte[] info;

  private Hpke(byte[] psk, byte[] pskId, byte[] info) {
    this.psk = new Material("HPKE", psk);
    this.pskId = pskId.clone();
    this.info = info.clone();
  }

  /** The base mode, for messages that open with the same info only. */
  public static Hpke base(byte[] info) {
    return new Hpke(new byte[0], new byte[0], info);
  }

  /** The mode with a key shared beforehand, of which it keeps a copy, and that key's name. */
  public static Hpke psk(byte[] psk, byte[] pskId, byte[] info) {
    if (psk.length < 32 || pskId.length == 0) {
      throw new IllegalArgumentException("a pre-shared key has at least 32 bytes, and a name");
    }
    return new Hpke(psk, pskId, info);
  }

  /** What is sealed for a public key, with which a secret can be agreed on. */
  public byte[] seal(byte[] recipient, byte[] message) {
    try (X25519 ephemeral = X25519.generate()) {
      return sealWithInsecureFixedKey(ephemeral, recipient, message);
    }
  }

  /** What is sealed with a key that must never seal another message. */
  byte[] sealWithInsecureFixedKey(X25519 ephemeral, byte[] recipient, byte[] message) {
    byte[] enc = ephemeral.publicKey();
    byte[] derived =
        derived(ephemeral, recipient, Parts.join(enc, recipient))
            .orElseThrow(() -> new IllegalArgumentException("no secret is shared with this key"));
    try (AesGcm cipher = cipher(derived)) {
      return Parts.join(enc, cipher.seal(nonce(derived), NOTHING, message, message.length));
    } finally {
      Parts.erase(derived);
    }
  }

  /** The message in what was sealed for a key, or nothing, whatever the cause. */
  public Optional<byte[]> open(X25519 recipient, byte[] sealed) {
    if (sealed.length < X25519.LENGTH + AesGcm.TAG) {
      return Optional.empty();
    }
    byte[] enc = Arrays.copyOf(sealed, X25519.LENGTH);
    byte[] rest = Arrays.copyOfRange(sealed, X25519.LENGTH, sealed.length);
    byte[] context = Parts.join(enc, recipient.publicKey());
    return derived(recipient, enc, context).flatMap(derived -> opened(derived, rest));
  }

  private static Optional<byte[]> opened(byte[] derived, byte[] sealed) {
    try (AesGcm cipher = cipher(derived)) {
      return cipher.open(nonce(derived), NOTHING, sealed);
    } finally {
      Parts.erase(derived);
    }
  }

  private Optional<byte[]> derived(X25519 key, byte[] other, byte[] context) {
    return shared(key, other, context)
        .map(shared -> {
          byte[] secret = psk.getEncoded();
          try {
            return SCHEDULE.derive(shared, secret, pskId, info);
          } finally {
            Parts.erase(secret, shared);
          }
        });
  }

  /** The secret that two keys share for an encapsulation (section 4.1), if they agree on any. */
  static Optional<byte[]> shared(X25519 key, byte[] other, byte[] context) {
    return key.agree(other)
        .map(agreed -> {
          byte[] extracted = KEM.extract(NOTHING, "eae_prk", agreed);
          try {
            return KEM.expand(extracted, "shared_secret", context, 32);
          } finally {
            Parts.erase(agreed, extracted);
          }
        });
  }

  private static AesGcm cipher(byte[] derived) {
    byte[] key = Arrays.copyOf(derived, KEY);
    try {
      return new AesGcm(key);
    } finally {
      Parts.erase(key);
    }
  }

  private static byte[] nonce(byte[] derived) {
    return Arrays.copyOfRange(derived, KEY, derived.length);
  }

  /** Zeroes the key that was shared beforehand. */
  @Override
  public void close() {
    psk.destroy();
  }
}
