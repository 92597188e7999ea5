// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreeTest {
  private static final int MEBIBYTE = 1_048_576;

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] sha256(byte[] bytes, int from, int to) {
    return Tree.sha256().digest(Arrays.copyOfRange(bytes, from, to));
  }

  @Test
  void isTheDigestOfTheDigestsOfMebibytes() {
    byte[] bytes = bytes(2 * MEBIBYTE + 3);
    byte[] digests = new byte[96];
    System.arraycopy(sha256(bytes, 0, MEBIBYTE), 0, digests, 0, 32);
    System.arraycopy(sha256(bytes, MEBIBYTE, 2 * MEBIBYTE), 0, digests, 32, 32);
    System.arraycopy(sha256(bytes, 2 * MEBIBYTE, bytes.length), 0, digests, 64, 32);
    assertEquals(
        HexFormat.of().formatHex(Tree.sha256().digest(digests)), Tree.of(ByteBuffer.wrap(bytes)));
  }

  @Test
  void ofNoBytesIsTheDigestOfTheDigestOfNone() {
    // SHA-256 of e3b0c442..., as two calls of sha256sum say
    assertEquals(
        "5df6e0e2761359d30a8275058e299fcc0381534545f55cf43e41983f5d4c9456",
        Tree.of(ByteBuffer.allocate(0)));
  }

  @Test
  void countsShards() {
    assertEquals(1, Tree.shards(0));
    assertEquals(1, Tree.shards(1));
    assertEquals(1, Tree.shards(MEBIBYTE));
    assertEquals(2, Tree.shards(MEBIBYTE + 1));
    assertEquals(2, Tree.shards(2 * MEBIBYTE));
    assertEquals(1L << 32, Tree.shards(1L << 52));
  }

  @Test
  void takesShardsInAnyOrder() {
    byte[] bytes = bytes(MEBIBYTE + 1);
    Tree tree = new Tree(bytes.length);
    tree.put(1, sha256(bytes, MEBIBYTE, bytes.length));
    tree.put(0, sha256(bytes, 0, MEBIBYTE));
    assertEquals(Tree.of(ByteBuffer.wrap(bytes)), tree.root());
    tree.put(0, sha256(bytes, 1, MEBIBYTE));
    assertNotEquals(Tree.of(ByteBuffer.wrap(bytes)), tree.root());
  }

  @Test
  void looksAtWhatRemainsOfABufferAndLeavesItThere() {
    ByteBuffer buffer = ByteBuffer.wrap(bytes(10)).position(3).limit(7);
    String tree = Tree.of(buffer);
    assertEquals(3, buffer.position());
    assertEquals(7, buffer.limit());
    assertEquals(Tree.of(ByteBuffer.wrap(Arrays.copyOfRange(bytes(10), 3, 7))), tree);
    assertNotEquals(Tree.of(ByteBuffer.wrap(bytes(10))), tree);
  }
}
