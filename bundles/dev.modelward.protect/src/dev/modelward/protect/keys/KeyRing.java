// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import dev.modelward.protect.keys.Header.Slot;
import dev.modelward.runtime.artifact.TierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A vendor's keys in one file, opened. It holds the data key of the file and nothing else: every
 * question reads the file anew, every change writes it whole.
 */
public final class KeyRing implements AutoCloseable {
  private final Safe safe;

  private KeyRing(Safe safe) {
    this.safe = safe;
  }

  /** What a ring says openly: its locks and its keys, without their secrets. */
  public record Listing(List<Lock> locks, List<KeyEntry> keys) {
    /** Locks and keys. */
    public Listing {
      locks = List.copyOf(locks);
      keys = List.copyOf(keys);
    }

    /** The key that attests, if there is one. */
    public Optional<KeyEntry.Attesting> attesting() {
      return KeyEntry.attesting(keys);
    }

    private static Listing of(Header header) {
      return new Listing(header.slots().stream().map(Slot::lock).toList(), header.keys());
    }
  }

  /** A new ring without keys, where no file is yet. */
  public static KeyRing create(Path path, Protector protector)
      throws IOException, KeyRingException {
    RingFile file = new RingFile(path);
    file.checkFree();
    try (Secret dataKey = Secret.randomKey();
        Contents contents = new Contents(Wrapper.wrapAll(dataKey, List.of(protector)))) {
      Safe safe = new Safe(file, dataKey.copy());
      try {
        safe.create(contents);
      } catch (IOException | KeyRingException | RuntimeException e) {
        safe.close();
        throw e;
      }
      return new KeyRing(safe);
    }
  }

  /** The ring in a file, opened by a protector, and found whole. */
  public static KeyRing open(Path path, Protector protector) throws IOException, KeyRingException {
    RingFile file = new RingFile(path);
    SealedRing sealed = file.read();
    try (Secret dataKey = Wrapper.unwrapAny(file.toString(), sealed.header().slots(), protector)) {
      sealed
          .open(dataKey)
          .orElseThrow(() ->
              new KeyRingException.Malformed(
                  file.toString(),
                  "a ring as it was written",
                  "a changed or damaged one",
                  "restore the file from a copy"))
          .close();
      return new KeyRing(new Safe(file, dataKey.copy()));
    }
  }

  /** What the ring in a file says openly, which nothing has authenticated. */
  public static Listing look(Path path) throws IOException, KeyRingException {
    return Listing.of(new RingFile(path).read().header());
  }

  /** What the ring says openly, authenticated. */
  public Listing listing() throws IOException, KeyRingException {
    try (Contents contents = safe.contents()) {
      return Listing.of(contents.header());
    }
  }

  /** A new signing key. */
  public KeyEntry.Signing newSigner() throws IOException, KeyRingException {
    try (Secret seed = Secret.randomKey()) {
      return putSigner(seed);
    }
  }

  /** Puts a signing key that comes from elsewhere, by its seed of 32 bytes. */
  public KeyEntry.Signing putSigner(Secret seed) throws IOException, KeyRingException {
    checkKey(seed);
    KeyEntry.Signing entry = SigningKey.entry(seed, Instant.now());
    safe.change(contents -> add(contents, entry, seed));
    return entry;
  }

  /** A new master key of an artifact, in the generation after its last one. */
  public KeyEntry.Master newMaster(String artifact) throws IOException, KeyRingException {
    try (Secret key = Secret.randomKey()) {
      return safe.change(contents -> {
        int last =
            contents.keys().stream()
                .filter(entry -> entry.id().equals(artifact))
                .mapToInt(KeyEntry::generation)
                .max()
                .orElse(0);
        return add(
            contents, new KeyEntry.Master(artifact, Math.addExact(last, 1), Instant.now()), key);
      });
    }
  }

  /** Puts a master key that comes from elsewhere, 32 bytes. */
  public KeyEntry.Master putMaster(String artifact, int generation, Secret key)
      throws IOException, KeyRingException {
    checkKey(key);
    KeyEntry.Master entry = new KeyEntry.Master(artifact, generation, Instant.now());
    return safe.change(contents -> add(contents, entry, key));
  }

  /**
   * Keeps a key that attests, by its public half and its number of 32 bytes, unless there is one,
   * and says which one is there then.
   */
  public KeyEntry.Attesting keepAttesting(String publicKey, Secret number)
      throws IOException, KeyRingException {
    checkKey(number);
    KeyEntry.Attesting entry = new KeyEntry.Attesting(publicKey, Instant.now());
    return safe.change(contents -> {
      Optional<KeyEntry.Attesting> there = KeyEntry.attesting(contents.keys());
      return there.isPresent() ? there.get() : add(contents, entry, number);
    });
  }

  private static void checkKey(Secret key) {
    if (key.length() != Secret.KEY) {
      throw new IllegalArgumentException("a key has %d bytes".formatted(Secret.KEY));
    }
  }

  private <E extends KeyEntry> E add(Contents contents, E entry, Secret secret)
      throws KeyRingException {
    int count = contents.keys().size();
    if (count == Header.MOST_KEYS) {
      throw new KeyRingException.Full(safe.toString(), "room for a key", count + " keys");
    }
    if (!contents.add(entry, secret)) {
      throw new KeyRingException.Taken(
          safe.toString(), "no " + name(entry), "one", "remove it before, if it is to go");
    }
    return entry;
  }

  /** The signing key of an id, to sign with. */
  public SigningKey signer(String id) throws IOException, KeyRingException {
    try (Contents contents = safe.contents()) {
      for (KeyEntry entry : contents.keys()) {
        if (entry instanceof KeyEntry.Signing signing && signing.id().equals(id)) {
          return new SigningKey(signing, secret(contents, signing));
        }
      }
    }
    throw missing("signing key " + id);
  }

  /** The number of a key that attests, 32 bytes. */
  public Secret attesting(KeyEntry.Attesting entry) throws IOException, KeyRingException {
    try (Contents contents = safe.contents()) {
      return secret(contents, entry);
    }
  }

  /** The master key of an artifact and generation, 32 bytes. */
  public Secret master(String artifact, int generation) throws IOException, KeyRingException {
    try (Contents contents = safe.contents()) {
      return secret(contents, new KeyEntry.Master(artifact, generation, Instant.EPOCH));
    }
  }

  /** The key of a tier of an artifact, by its master key of a generation. */
  public TierKey tierKey(String artifact, int generation, int tier)
      throws IOException, KeyRingException {
    try (Secret master = master(artifact, generation)) {
      return TierKey.of(artifact, tier, master.array());
    }
  }

  private Secret secret(Contents contents, KeyEntry entry) throws KeyRingException {
    return contents.secret(entry).orElseThrow(() -> missing(name(entry)));
  }

  /** Removes a key, which is lost then but for copies of the file. */
  public void remove(KeyEntry entry) throws IOException, KeyRingException {
    safe.change(contents -> {
      if (!contents.remove(entry)) {
        throw missing(name(entry));
      }
      return entry;
    });
  }

  private static String name(KeyEntry entry) {
    return switch (entry) {
      case KeyEntry.Signing signing -> "signing key " + signing.id();
      case KeyEntry.Master master ->
          "master key %s, generation %d".formatted(master.artifact(), master.generation());
      case KeyEntry.Attesting attesting -> "attesting key " + attesting.id();
    };
  }

  private KeyRingException missing(String what) {
    return new KeyRingException.Missing(safe.toString(), what, "none", "list the keys");
  }

  /** Adds a lock, so that another protector opens the ring as well. */
  public void addLock(Protector protector) throws IOException, KeyRingException {
    List<Slot> added = wrapAll(List.of(protector));
    safe.change(contents -> {
      if (contents.slots().size() == Header.MOST_SLOTS) {
        throw new KeyRingException.Full(
            safe.toString(), "room for a lock", Header.MOST_SLOTS + " locks");
      }
      return contents.slots().addAll(added);
    });
  }

  /** Removes a lock; the last one stays. */
  public void removeLock(Lock lock) throws IOException, KeyRingException {
    safe.change(contents -> {
      List<Slot> left = new ArrayList<>(contents.slots());
      if (!left.removeIf(slot -> slot.lock().equals(lock))) {
        throw missing("lock of " + lock.kind());
      }
      if (left.isEmpty()) {
        throw new KeyRingException.Missing(
            safe.toString(), "another lock", "none", "add one before");
      }
      return replace(contents, left);
    });
  }

  /** Replaces all locks; the data key stays, so that rings which are open remain so. */
  public void rewrap(List<Protector> protectors) throws IOException, KeyRingException {
    List<Slot> slots = wrapAll(protectors);
    safe.change(contents -> replace(contents, slots));
  }

  /** Replaces all locks and the data key; rings which are open elsewhere must be opened again. */
  public void rekey(List<Protector> protectors) throws IOException, KeyRingException {
    try (Secret dataKey = Secret.randomKey()) {
      List<Slot> slots = Wrapper.wrapAll(dataKey, protectors);
      Secret next = dataKey.copy();
      try {
        safe.rekey(next, contents -> replace(contents, slots));
      } catch (IOException | KeyRingException | RuntimeException e) {
        next.close();
        throw e;
      }
    }
  }

  private List<Slot> wrapAll(List<Protector> protectors) throws IOException, KeyRingException {
    try (Secret dataKey = safe.dataKey()) {
      return Wrapper.wrapAll(dataKey, protectors);
    }
  }

  private static boolean replace(Contents contents, List<Slot> slots) {
    contents.slots().clear();
    return contents.slots().addAll(slots);
  }

  /** Zeroes the data key; signers and secrets that were handed out stay their holders'. */
  @Override
  public void close() {
    safe.close();
  }

  @Override
  public String toString() {
    return "key ring " + safe;
  }
}
