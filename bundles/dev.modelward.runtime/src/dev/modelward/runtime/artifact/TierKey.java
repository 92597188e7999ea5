// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.stream.Hkdf;
import dev.modelward.runtime.stream.StreamKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** The key of a tier of one artifact, which gives those of all tiers below, until it is closed. */
public final class TierKey implements AutoCloseable {
  /** The number of bytes of a key. */
  public static final int LENGTH = 32;

  private final String artifact;
  private final int tier;
  private final byte[] bytes;
  private boolean isClosed;

  private TierKey(String artifact, int tier, byte[] bytes) {
    if (tier < 1 || bytes.length != LENGTH) {
      throw new IllegalArgumentException("expected a tier from 1 and %d bytes".formatted(LENGTH));
    }
    this.artifact = artifact;
    this.tier = tier;
    this.bytes = bytes;
  }

  /** A key of a copy of the bytes, which stay the caller's to erase. */
  public static TierKey of(String artifact, int tier, byte[] bytes) {
    return new TierKey(artifact, tier, bytes.clone());
  }

  /** A key that nobody had before, of an artifact's highest tier. */
  public static TierKey random(String artifact, int tier) {
    byte[] bytes = new byte[LENGTH];
    new SecureRandom().nextBytes(bytes);
    return new TierKey(artifact, tier, bytes);
  }

  /** The id of the artifact. */
  public String artifact() {
    return artifact;
  }

  /** The number of the tier, from 1. */
  public int tier() {
    return tier;
  }

  /** The key of a tier that is not higher. */
  public TierKey of(int lower) {
    if (lower < 1 || lower > tier) {
      throw new IllegalArgumentException("expected a tier from 1 to %d".formatted(tier));
    }
    byte[] key = bytes();
    for (int m = tier - 1; m >= lower; m--) {
      byte[] next = derived(key, "modelward.dev/tier/v1", m);
      Arrays.fill(key, (byte) 0);
      key = next;
    }
    return new TierKey(artifact, lower, key);
  }

  /** The key of the ring of this tier, which the tiers below do not have. */
  public StreamKey ringKey() {
    byte[] key = bytes();
    byte[] ring = derived(key, "modelward.dev/ring-key/v1", tier);
    try {
      return StreamKey.of(ring);
    } finally {
      Arrays.fill(key, (byte) 0);
      Arrays.fill(ring, (byte) 0);
    }
  }

  private byte[] derived(byte[] key, String label, int number) {
    byte[] ascii = label.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer info = ByteBuffer.allocate(ascii.length + 1 + artifact.length() / 2 + Integer.BYTES);
    info.put(ascii).put((byte) 0).put(HexFormat.of().parseHex(artifact)).putInt(number);
    return Hkdf.sha512().expand(key, info.array(), LENGTH);
  }

  /** A copy of the key's bytes, for a wrapping; the caller's to erase. */
  public synchronized byte[] bytes() {
    if (isClosed) {
      throw new IllegalStateException("the key is closed");
    }
    return bytes.clone();
  }

  /** Zeroes the key, which is of no use from then on. */
  @Override
  public synchronized void close() {
    isClosed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "the key of tier " + tier;
  }
}
