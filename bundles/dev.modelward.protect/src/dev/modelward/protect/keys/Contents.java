// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import dev.modelward.protect.keys.Header.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An opened ring, which can be changed: its wraps, and its keys with their secrets. */
final class Contents implements AutoCloseable {
  private final List<Slot> slots;
  private final SortedMap<KeyEntry, Secret> secrets = new TreeMap<>(KeyEntry.ORDER);

  /** A ring without keys. */
  Contents(List<Slot> slots) {
    this.slots = new ArrayList<>(slots);
  }

  /** The ring of a header whose secrets are the parts of a message, if it has that length. */
  static Optional<Contents> of(Header header, Secret message) {
    if (message.length() != Secret.KEY * header.keys().size()) {
      return Optional.empty();
    }
    Contents contents = new Contents(header.slots());
    for (KeyEntry key : header.keys()) {
      int at = Secret.KEY * contents.secrets.size();
      contents.secrets.put(key, message.part(at, at + Secret.KEY));
    }
    return Optional.of(contents);
  }

  List<Slot> slots() {
    return slots;
  }

  List<KeyEntry> keys() {
    return List.copyOf(secrets.keySet());
  }

  Header header() {
    return new Header(slots, keys());
  }

  /** All secrets, one behind the other. */
  Secret message() {
    byte[] message = new byte[Secret.KEY * secrets.size()];
    int at = 0;
    for (Secret secret : secrets.values()) {
      byte[] bytes = secret.bytes();
      System.arraycopy(bytes, 0, message, at, bytes.length);
      Arrays.fill(bytes, (byte) 0);
      at += bytes.length;
    }
    return Secret.owning(message);
  }

  /** A copy of the secret of a key, if the key is there. */
  Optional<Secret> secret(KeyEntry key) {
    return Optional.ofNullable(secrets.get(key)).map(Secret::copy);
  }

  /** Adds a key with a copy of its secret, unless there is one of that name. */
  boolean add(KeyEntry key, Secret secret) {
    if (secrets.containsKey(key)) {
      return false;
    }
    secrets.put(key, secret.copy());
    return true;
  }

  /** Takes a key away, if it is there. */
  boolean remove(KeyEntry key) {
    Optional<Secret> removed = Optional.ofNullable(secrets.remove(key));
    removed.ifPresent(Secret::close);
    return removed.isPresent();
  }

  @Override
  public void close() {
    secrets.values().forEach(Secret::close);
  }
}
