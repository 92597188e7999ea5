// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.secret.Parts;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Digests of shards that become one: the shards can be digested at once, by as many as like to,
 * each its own ones.
 */
public final class Tree {
  /** Bytes of a shard that is not the last. */
  public static final int SHARD = 1 << 20;

  /** Bytes of a digest. */
  public static final int DIGEST = 32;

  private final byte[] digests;

  /** A tree over so many bytes, none of which was looked at yet. */
  public Tree(long length) {
    this.digests = new byte[Math.multiplyExact(DIGEST, Math.toIntExact(shards(length)))];
  }

  /** The number of shards of so many bytes: at least one. */
  public static long shards(long length) {
    return Math.max(1, (length + SHARD - 1) / SHARD);
  }

  /** The tree of all bytes of a buffer, as hexadecimal. */
  public static String of(ByteBuffer bytes) {
    Tree tree = new Tree(bytes.remaining());
    tree.add(0, bytes);
    return tree.root();
  }

  /** Takes in the rest of a buffer, whose position stays, from a shard on. */
  public void add(int shard, ByteBuffer bytes) {
    ByteBuffer rest = bytes.duplicate();
    int at = shard;
    do {
      int length = Math.min(SHARD, rest.remaining());
      MessageDigest sha = sha256();
      sha.update(rest.slice(rest.position(), length));
      put(at++, sha.digest());
      rest.position(rest.position() + length);
    } while (rest.hasRemaining());
  }

  /** Takes in the SHA-256 of a shard. */
  public void put(int shard, byte[] sha256) {
    System.arraycopy(sha256, 0, digests, shard * DIGEST, DIGEST);
  }

  /** The digest of all, as hexadecimal, once every shard is in. */
  public String root() {
    return HexFormat.of().formatHex(Parts.sha256(digests));
  }

  /** A fresh SHA-256 of the JDK. */
  public static MessageDigest sha256() {
    return Parts.sha256();
  }
}
