// SPDX-License-Identifier: EPL-2.0
package dev.modelward.gates;

/** A type that breaks one rule, and what the gate says about it. */
record Violation(String type, String body, String complaint) {
  static Violation of(String type, String body, String complaint) {
    return new Violation(type, body, complaint);
  }

  @Override
  public String toString() {
    return type;
  }
}
