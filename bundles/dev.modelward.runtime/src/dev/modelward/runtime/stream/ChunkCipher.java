// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import dev.modelward.runtime.secret.AesGcm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** The cipher of one message, which seals and opens its chunks by their numbers; for one thread. */
final class ChunkCipher implements AutoCloseable {
  private static final byte[] LABEL =
      "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE = AesGcm.NONCE;
  private static final byte[] NOTHING = {};

  private final AesGcm cipher;
  private final byte[] baseNonce;
  private final byte[] commitment;

  /** The cipher of the message that has this salt and context under a key. */
  ChunkCipher(StreamKey secret, byte[] salt, byte[] context) {
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    info.writeBytes(LABEL);
    info.writeBytes(salt);
    info.writeBytes(context);
    byte[] derived =
        secret.expand(info.toByteArray(), StreamKey.LENGTH + NONCE + Framing.COMMITMENT);
    byte[] keyBytes = Arrays.copyOf(derived, StreamKey.LENGTH);
    this.cipher = new AesGcm(keyBytes);
    this.baseNonce = Arrays.copyOfRange(derived, StreamKey.LENGTH, StreamKey.LENGTH + NONCE);
    this.commitment = Arrays.copyOfRange(derived, StreamKey.LENGTH + NONCE, derived.length);
    Arrays.fill(keyBytes, (byte) 0);
    Arrays.fill(derived, (byte) 0);
  }

  /** The cipher of the message that begins with a header, if it commits to the key and context. */
  static ChunkCipher of(byte[] header, StreamKey key, byte[] context) throws StreamException {
    if (header.length != Framing.HEADER) {
      throw new StreamException();
    }
    ChunkCipher cipher = new ChunkCipher(key, Arrays.copyOf(header, Framing.SALT), context);
    byte[] commitment = Arrays.copyOfRange(header, Framing.SALT, Framing.HEADER);
    if (!MessageDigest.isEqual(cipher.commitment, commitment)) {
      cipher.close();
      throw new StreamException();
    }
    return cipher;
  }

  byte[] commitment() {
    return commitment.clone();
  }

  /** A sealed chunk of the first bytes of a buffer. */
  byte[] seal(long chunk, byte[] message, int length) {
    if (chunk >= Framing.MOST_CHUNKS) {
      throw new IllegalStateException("a message has at most 2^38 chunks");
    }
    return cipher.seal(nonce(chunk), NOTHING, message, length);
  }

  /** The message in a sealed chunk, once it is known to be authentic. */
  byte[] open(long chunk, byte[] sealed) throws StreamException {
    if (sealed.length < Framing.TAG || chunk >= Framing.MOST_CHUNKS) {
      throw new StreamException();
    }
    return cipher.open(nonce(chunk), NOTHING, sealed).orElseThrow(StreamException::new);
  }

  /** The base nonce with the number of a chunk added without carry to its end. */
  byte[] nonce(long chunk) {
    byte[] nonce = baseNonce.clone();
    for (int i = 0; i < Long.BYTES; i++) {
      nonce[NONCE - 1 - i] ^= (byte) (chunk >>> (8 * i));
    }
    return nonce;
  }

  /** Zeroes the secrets of the message. */
  @Override
  public void close() {
    cipher.close();
    Arrays.fill(baseNonce, (byte) 0);
  }
}
