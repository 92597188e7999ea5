// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import dev.modelward.runtime.hpke.X25519;
import java.util.Arrays;
import java.util.Optional;

/** What kind of key a recipient has. */
public enum Kind {
  /** One of X25519. */
  CLASSIC("x25519", 0, 0, 0),
  /** One of X25519 and one of ML-KEM-768: who opens without them has broken both. */
  HYBRID("x25519-mlkem768", MlKem768.PUBLIC, MlKem768.SEED, MlKem768.CIPHERTEXT);

  private final String label;
  private final int publicLength;
  private final int privateLength;
  private final int encLength;

  Kind(String label, int publicLength, int privateLength, int encLength) {
    this.label = label;
    this.publicLength = X25519.LENGTH + publicLength;
    this.privateLength = X25519.LENGTH + privateLength;
    this.encLength = X25519.LENGTH + encLength;
  }

  /** The kind with a name, if there is one. */
  public static Optional<Kind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /** The name in files and lines. */
  public String label() {
    return label;
  }

  int publicLength() {
    return publicLength;
  }

  int privateLength() {
    return privateLength;
  }

  int encLength() {
    return encLength;
  }
}
