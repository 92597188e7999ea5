// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import dev.modelward.runtime.ProtectionException;

/** What opens wrapped secrets, until it is closed. */
public sealed interface Opener extends AutoCloseable permits Identity, Passphrase {
  /** The secret of 32 bytes, which is the caller's to erase. */
  byte[] open(Wrap wrap, byte[] binding) throws ProtectionException;

  /** Zeroes what it opens with. */
  @Override
  void close();
}
