// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import java.util.List;

/** Views that are worth more, or less, than a plan allows; nothing was built. */
public final class LimitException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Breach> breaches;

  LimitException(List<Breach> breaches) {
    super(breaches.getFirst().toString());
    this.breaches = List.copyOf(breaches);
  }

  /** A view, what the plan allows it, and what it is worth. */
  public record Breach(String view, String allowed, String found) {
    @Override
    public String toString() {
      return "view '%s': expected %s, found %s".formatted(view, allowed, found);
    }
  }

  /** All of them. */
  public List<Breach> breaches() {
    return breaches;
  }
}
