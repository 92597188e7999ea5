// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

import java.util.List;
import java.util.Set;

/** Says that the ONNX Runtime that is there has not the provider that was chosen. */
public final class MissingProviderException extends RunException {
  private static final long serialVersionUID = 1L;

  private final Provider wanted;
  private final List<Provider> available;

  MissingProviderException(Provider wanted, Set<Provider> available) {
    super("expected the provider %s, found %s".formatted(wanted, available));
    this.wanted = wanted;
    this.available = List.copyOf(available);
  }

  /** The provider that was chosen. */
  public Provider wanted() {
    return wanted;
  }

  /** The providers that there are. */
  public List<Provider> available() {
    return available;
  }
}
