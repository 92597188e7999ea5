// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.protect.plan.Recipient;

/** A recipient of a plan to whom nothing can be granted, since the public key is not usable. */
public final class RecipientException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Recipient recipient;
  private final String found;

  RecipientException(Recipient recipient, String found, Exception cause) {
    super(
        "recipient '%s': expected a public key in %s, found %s"
            .formatted(recipient.name(), recipient.key(), found),
        cause);
    this.recipient = recipient;
    this.found = found;
  }

  /** Who it is. */
  public Recipient recipient() {
    return recipient;
  }

  /** What is there in place of a public key. */
  public String found() {
    return found;
  }
}
