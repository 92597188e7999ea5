// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.secret;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM under one key; for one thread. No two messages may be sealed with the same nonce. */
public final class AesGcm implements AutoCloseable {
  /** Bytes of a nonce. */
  public static final int NONCE = 12;

  /** Bytes of the tag that ends what is sealed. */
  public static final int TAG = 16;

  private final Cipher cipher;
  private final Material key;

  /** The cipher under a copy of a key. */
  public AesGcm(byte[] key) {
    this.key = new Material("AES", key);
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  /** What the first bytes of a buffer become. */
  public byte[] seal(byte[] nonce, byte[] beside, byte[] message, int length) {
    try {
      start(Cipher.ENCRYPT_MODE, key, nonce);
      cipher.updateAAD(beside);
      return cipher.doFinal(message, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not encrypt", e);
    }
  }

  /** The message, once it is known to be authentic, or nothing. */
  public Optional<byte[]> open(byte[] nonce, byte[] beside, byte[] sealed) {
    try {
      start(Cipher.DECRYPT_MODE, key, nonce);
      cipher.updateAAD(beside);
      return Optional.of(cipher.doFinal(sealed));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM does not decrypt", e);
    }
  }

  private void start(int mode, Material with, byte[] nonce) throws GeneralSecurityException {
    cipher.init(mode, with, new GCMParameterSpec(8 * TAG, nonce));
  }

  /** Zeroes the key. */
  @Override
  public void close() {
    key.destroy();
    try {
      // a cipher keeps its key expanded until another takes its place
      start(Cipher.DECRYPT_MODE, new Material("AES", new byte[32]), new byte[NONCE]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }
}
