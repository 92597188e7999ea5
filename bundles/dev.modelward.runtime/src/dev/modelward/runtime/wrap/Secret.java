// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import dev.modelward.runtime.ProtectionException.WrongKey;

/** What is wrapped: 32 bytes, or one refusal for every cause. */
final class Secret {
  private Secret() {}

  static byte[] checked(byte[] secret) {
    if (secret.length != Wrap.SECRET) {
      throw new IllegalArgumentException("a secret has %d bytes".formatted(Wrap.SECRET));
    }
    return secret;
  }

  static WrongKey refused() {
    return new WrongKey("the grant");
  }
}
