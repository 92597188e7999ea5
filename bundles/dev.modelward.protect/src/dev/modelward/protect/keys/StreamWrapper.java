// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import dev.modelward.protect.keys.Header.Slot;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A wrapper that seals a data key as a stream, under a key that is given or made of a passphrase.
 */
final class StreamWrapper implements Wrapper {
  private final Protector protector;
  private final Secret secret;

  StreamWrapper(Protector protector, Secret secret) {
    this.protector = protector;
    this.secret = secret;
  }

  /** A wrapper of a passphrase, which takes it over; an empty one is refused. */
  static StreamWrapper ofPassphrase(Protector protector, Secret passphrase)
      throws KeyRingException {
    if (passphrase.length() == 0) {
      throw new KeyRingException.WrongSecret("passphrase", "one that is not empty", "type one");
    }
    return new StreamWrapper(protector, passphrase);
  }

  @Override
  public Slot wrap(Secret dataKey) throws IOException {
    Lock lock = protector.newLock();
    try (Secret key = key(lock)) {
      return Slot.of(lock, key.seal(dataKey, Header.wrapContext(lock)));
    }
  }

  @Override
  public Optional<Secret> unwrap(Slot slot) throws IOException {
    try (Secret key = key(slot.lock())) {
      return key.open(slot.bytes(), Header.wrapContext(slot.lock()));
    }
  }

  private Secret key(Lock lock) {
    return switch (lock) {
      case Lock.Passphrase passphrase ->
          passphrase.cost().derive(secret, HexFormat.of().parseHex(passphrase.salt()));
      case Lock.KeyFile file -> secret.copy();
      case Lock.Variable variable -> secret.copy();
      case Lock.StoredKey stored ->
          throw new IllegalArgumentException(stored + " is not sealed as a stream");
    };
  }

  @Override
  public void close() {
    secret.close();
  }
}
