// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

/** A model that cannot be sealed in the way that was asked for; nothing was written. */
public final class SealException extends Exception {
  private static final long serialVersionUID = 1;

  /** What was expected and found, where, and what to do. */
  public SealException(String message) {
    super(message);
  }
}
