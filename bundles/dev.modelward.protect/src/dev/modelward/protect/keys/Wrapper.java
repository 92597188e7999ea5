// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import dev.modelward.protect.keys.Header.Slot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A protector with its secret at hand, which wraps data keys. */
sealed interface Wrapper extends AutoCloseable permits StreamWrapper, StoredWrapper {
  /** A wrapper of a protector, which is asked for its secret. */
  static Wrapper of(Protector protector) throws IOException, KeyRingException {
    return switch (protector) {
      case Protector.Passphrase passphrase ->
          StreamWrapper.ofPassphrase(passphrase, passphrase.source().secret());
      case Protector.KeyFile file -> new StreamWrapper(file, file.secret());
      case Protector.Variable variable -> new StreamWrapper(variable, variable.secret());
      case Protector.StoredKey stored -> StoredWrapper.of(stored);
    };
  }

  /** A data key, wrapped. */
  Slot wrap(Secret dataKey) throws IOException, KeyRingException;

  /** The data key of a slot whose lock fits, if it opens. */
  Optional<Secret> unwrap(Slot slot) throws IOException, KeyRingException;

  @Override
  void close();

  /** A data key as each of some protectors wraps it. */
  static List<Slot> wrapAll(Secret dataKey, List<Protector> protectors)
      throws IOException, KeyRingException {
    if (protectors.isEmpty() || protectors.size() > Header.MOST_SLOTS) {
      throw new IllegalArgumentException("1 to %d protectors".formatted(Header.MOST_SLOTS));
    }
    List<Slot> slots = new ArrayList<>();
    for (Protector protector : protectors) {
      try (Wrapper wrapper = of(protector)) {
        slots.add(wrapper.wrap(dataKey));
      }
    }
    return slots;
  }

  /** The data key of a ring that a protector opens. */
  static Secret unwrapAny(String file, List<Slot> slots, Protector protector)
      throws IOException, KeyRingException {
    List<Slot> fitting = slots.stream().filter(slot -> protector.fits(slot.lock())).toList();
    if (fitting.isEmpty()) {
      throw new KeyRingException.Missing(
          file,
          "a lock of " + protector.newLock().kind(),
          String.join(", ", slots.stream().map(slot -> slot.lock().kind()).toList()),
          "open it with one of these");
    }
    try (Wrapper wrapper = of(protector)) {
      for (Slot slot : fitting) {
        Optional<Secret> dataKey = wrapper.unwrap(slot);
        if (dataKey.filter(key -> key.length() == Secret.KEY).isPresent()) {
          return dataKey.get();
        }
      }
    }
    throw new KeyRingException.WrongSecret(
        file, "the secret that the ring is locked with", "try again, or restore the file");
  }
}
