// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * Bytes of a key as ciphers and MACs of the JDK take them, which can be zeroed, unlike the JDK's
 * own.
 */
final class Material implements SecretKey {
  private static final long serialVersionUID = 1;

  private final String algorithm;
  private final transient byte[] bytes;
  private boolean isDestroyed;

  /** A copy of the bytes. */
  Material(String algorithm, byte[] bytes) {
    this.algorithm = algorithm;
    this.bytes = bytes.clone();
  }

  @Override
  public String getAlgorithm() {
    return algorithm;
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  @Override
  public synchronized byte[] getEncoded() {
    if (isDestroyed) {
      throw new IllegalStateException("the key is closed");
    }
    return bytes.clone();
  }

  @Override
  public synchronized void destroy() {
    isDestroyed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public synchronized boolean isDestroyed() {
    return isDestroyed;
  }

  @Override
  public String toString() {
    return "a secret key";
  }
}
