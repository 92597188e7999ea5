// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import dev.modelward.runtime.secret.Material;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;

/** The key derivation of RFC 5869 on the HMAC of the JDK. */
public final class Hkdf {
  private final String hmac;
  private final int hashLength;

  private Hkdf(String hmac, int hashLength) {
    this.hmac = hmac;
    this.hashLength = hashLength;
  }

  /** The derivation with SHA-256. */
  public static Hkdf sha256() {
    return new Hkdf("HmacSHA256", 32);
  }

  /** The derivation with SHA-512. */
  public static Hkdf sha512() {
    return new Hkdf("HmacSHA512", 64);
  }

  /** A pseudorandom key of the input, with a salt that may be empty (section 2.2). */
  public byte[] extract(byte[] salt, byte[] input) {
    Mac mac = keyed(salt.length == 0 ? new byte[hashLength] : salt);
    byte[] key = mac.doFinal(input);
    forget(mac);
    return key;
  }

  /**
   * As many bytes as are asked for, up to 255 times the hash's length, of a pseudorandom key
   * (section 2.3).
   */
  public byte[] expand(byte[] key, byte[] info, int length) {
    if (length < 0 || length > 255 * hashLength) {
      throw new IllegalArgumentException(
          "%d bytes, where at most %d can be derived".formatted(length, 255 * hashLength));
    }
    Mac mac = keyed(key);
    byte[] output = new byte[length];
    byte[] block = new byte[0];
    for (int at = 0; at < length; at += hashLength) {
      mac.update(block);
      mac.update(info);
      mac.update((byte) (at / hashLength + 1));
      Arrays.fill(block, (byte) 0);
      block = mac.doFinal();
      System.arraycopy(block, 0, output, at, Math.min(hashLength, length - at));
    }
    Arrays.fill(block, (byte) 0);
    forget(mac);
    return output;
  }

  private Mac keyed(byte[] key) {
    if (key.length == 0) {
      throw new IllegalArgumentException("a key has bytes");
    }
    try {
      Mac mac = Mac.getInstance(hmac);
      key(mac, key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + hmac, e);
    }
  }

  private void key(Mac mac, byte[] key) throws GeneralSecurityException {
    Material material = new Material(hmac, key);
    mac.init(material);
    material.destroy();
  }

  // a MAC keeps its key padded, and the last it was asked for, until others take their place
  private void forget(Mac mac) {
    try {
      key(mac, new byte[hashLength]);
      mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + hmac, e);
    }
  }
}
