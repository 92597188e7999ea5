// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import dev.modelward.runtime.stream.SealedMessage;
import dev.modelward.runtime.stream.SealedSource;
import dev.modelward.runtime.stream.SealingStream;
import dev.modelward.runtime.stream.StreamException;
import dev.modelward.runtime.stream.StreamKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** Bytes that are zeroed when it is closed, and shown to no one who does not ask for them. */
public final class Secret implements AutoCloseable {
  /** The number of bytes of a key. */
  static final int KEY = StreamKey.LENGTH;

  private final byte[] bytes;
  private boolean isClosed;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A secret of a copy of the bytes, which stay the caller's to erase. */
  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /** A secret of the text in UTF-8; the characters stay the caller's to erase. */
  public static Secret ofText(char[] text) {
    // large enough for any text: an encoder that has to grow leaves what it had behind
    ByteBuffer encoded = ByteBuffer.allocate(3 * text.length);
    CoderResult result =
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text), encoded, true);
    Secret secret = new Secret(Arrays.copyOf(encoded.array(), encoded.position()));
    Arrays.fill(encoded.array(), (byte) 0);
    if (result.isError()) {
      secret.close();
      throw new IllegalArgumentException("half a character is no text");
    }
    return secret;
  }

  /** A key of random bytes. */
  static Secret randomKey() {
    byte[] bytes = new byte[KEY];
    new SecureRandom().nextBytes(bytes);
    return new Secret(bytes);
  }

  /** A secret that takes over an array, and erases it in the end. */
  static Secret owning(byte[] bytes) {
    return new Secret(bytes);
  }

  /** A copy of the bytes, which is the caller's to erase. */
  public synchronized byte[] bytes() {
    checkOpen();
    return bytes.clone();
  }

  /** The number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** Another secret of the same bytes. */
  Secret copy() {
    return new Secret(bytes());
  }

  /** Another secret of some of the bytes. */
  synchronized Secret part(int from, int to) {
    checkOpen();
    return new Secret(Arrays.copyOfRange(bytes, from, to));
  }

  /** The characters of the text that this secret was made of, the caller's to erase. */
  synchronized char[] characters() {
    checkOpen();
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    char[] characters = Arrays.copyOf(decoded.array(), decoded.limit());
    Arrays.fill(decoded.array(), '\0');
    return characters;
  }

  /** A message sealed under this key. */
  byte[] seal(Secret message, byte[] context) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] plain = message.bytes();
    try (StreamKey key = streamKey();
        SealingStream sealing = SealingStream.to(out, key, context)) {
      sealing.write(plain);
      sealing.finish();
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
    return out.toByteArray();
  }

  /** The message that was sealed under this key, if it was this key and context. */
  Optional<Secret> open(byte[] sealed, byte[] context) throws IOException {
    SealedSource source = SealedSource.of(ByteBuffer.wrap(sealed));
    try (StreamKey key = streamKey();
        SealedMessage message = SealedMessage.of(source, key, context)) {
      byte[] plain = new byte[Math.toIntExact(message.size())];
      message.read(0, ByteBuffer.wrap(plain));
      return Optional.of(new Secret(plain));
    } catch (StreamException e) {
      return Optional.empty();
    }
  }

  private synchronized StreamKey streamKey() {
    checkOpen();
    return StreamKey.of(bytes);
  }

  private void checkOpen() {
    if (isClosed) {
      throw new IllegalStateException("the secret is closed");
    }
  }

  /** The array itself, for tests that look whether it is erased. */
  byte[] array() {
    return bytes;
  }

  /** Zeroes the bytes, which cannot be asked for from then on. */
  @Override
  public synchronized void close() {
    isClosed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
