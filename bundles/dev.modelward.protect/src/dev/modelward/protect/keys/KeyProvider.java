// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.io.IOException;

/**
 * Where a secret comes from when it is needed: a prompt, a file, a variable. Whoever asks closes
 * what it gets.
 */
@FunctionalInterface
public interface KeyProvider {
  /** The secret, in a copy of its own. */
  Secret secret() throws IOException, KeyRingException;
}
