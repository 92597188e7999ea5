// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.secret;

import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * Bytes of a key as ciphers and MACs of the JDK take them, which can be zeroed, unlike the JDK's
 * own.
 */
public class Material implements SecretKey {
  private static final long serialVersionUID = 1;

  private final String algorithm;
  private final transient byte[] bytes;
  private boolean isDestroyed;

  /** A copy of the bytes. */
  public Material(String algorithm, byte[] bytes) {
    this.algorithm = algorithm;
    this.bytes = bytes.clone();
  }

  @Override
  public final String getAlgorithm() {
    return algorithm;
  }

  @Override
  public final String getFormat() {
    return "RAW";
  }

  @Override
  public final byte[] getEncoded() {
    return bytes().clone();
  }

  /** The bytes themselves, which become zero with the key. */
  protected final synchronized byte[] bytes() {
    if (isDestroyed) {
      throw new IllegalStateException("the key is closed");
    }
    return bytes;
  }

  @Override
  public final synchronized void destroy() {
    isDestroyed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public final synchronized boolean isDestroyed() {
    return isDestroyed;
  }

  @Override
  public final String toString() {
    return "a secret key";
  }
}
