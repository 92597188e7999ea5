// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

/** What a quality is counted in. */
public enum Unit {
  /** Of all answers, as accuracy is. */
  PERCENT("%"),
  /** Of signal to noise. */
  DECIBEL("dB");

  private final String sign;

  Unit(String sign) {
    this.sign = sign;
  }

  /** What is written behind a number. */
  public String sign() {
    return sign;
  }

  @Override
  public String toString() {
    return sign;
  }
}
