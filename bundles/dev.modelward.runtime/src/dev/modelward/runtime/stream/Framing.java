// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import dev.modelward.runtime.secret.AesGcm;

/**
 * Where the chunks of a message of some length are: whole ones, and a last one that is always
 * shorter.
 */
record Framing(long wholeChunks, int lastChunk) {
  /** Bytes of a message in a chunk that is not the last. */
  static final int CHUNK = 16 * 1024;

  /** Bytes of an authentication tag, which ends every sealed chunk. */
  static final int TAG = AesGcm.TAG;

  /** Bytes of a sealed chunk that is not the last. */
  static final int SEALED_CHUNK = CHUNK + TAG;

  /** Bytes of the salt. */
  static final int SALT = 24;

  /** Bytes of the commitment to a key. */
  static final int COMMITMENT = 32;

  /** Bytes before the first chunk. */
  static final int HEADER = SALT + COMMITMENT;

  /** The most chunks that a message may have. */
  static final long MOST_CHUNKS = 1L << 38;

  /** The framing of a sealed stream by its length alone, which nothing has authenticated yet. */
  static Framing ofSealed(long size) throws StreamException {
    long body = size - HEADER;
    long last = Math.floorMod(body, SEALED_CHUNK) - TAG;
    if (body < 0 || last < 0 || body / SEALED_CHUNK >= MOST_CHUNKS) {
      throw new StreamException();
    }
    return new Framing(body / SEALED_CHUNK, (int) last);
  }

  long chunks() {
    return wholeChunks + 1;
  }

  /** The length of the message. */
  long size() {
    return wholeChunks * CHUNK + lastChunk;
  }

  /** Bytes of the message in a chunk. */
  int length(long chunk) {
    return chunk == wholeChunks ? lastChunk : CHUNK;
  }

  /** The place of a chunk in the sealed stream. */
  static long offset(long chunk) {
    return HEADER + chunk * SEALED_CHUNK;
  }
}
