// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Messages sealed and opened, in order and in any order. */
final class Sealing {
  static final byte[] CONTEXT = {1, 2, 3};

  private Sealing() {}

  static StreamKey key(int number) {
    byte[] bytes = new byte[StreamKey.LENGTH];
    Arrays.fill(bytes, (byte) number);
    return StreamKey.of(bytes);
  }

  static byte[] message(int size) {
    byte[] message = new byte[size];
    new SplittableRandom(size).nextBytes(message);
    return message;
  }

  static byte[] sealed(byte[] message) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StreamKey key = key(1);
        SealingStream sealing = SealingStream.to(out, key, CONTEXT)) {
      sealing.write(message);
      sealing.finish();
    }
    return out.toByteArray();
  }

  static byte[] inOrder(byte[] sealed, StreamKey key, byte[] context) throws IOException {
    try (OpeningStream opening = OpeningStream.of(new ByteArrayInputStream(sealed), key, context)) {
      return opening.readAllBytes();
    }
  }

  static byte[] inAnyOrder(byte[] sealed, StreamKey key, byte[] context) throws IOException {
    try (SealedMessage message =
        SealedMessage.of(SealedSource.of(ByteBuffer.wrap(sealed)), key, context)) {
      byte[] opened = new byte[(int) message.size()];
      message.read(0, ByteBuffer.wrap(opened));
      return opened;
    }
  }

  static void opens(byte[] message, byte[] sealed) throws IOException {
    assertArrayEquals(message, inOrder(sealed, key(1), CONTEXT));
    assertArrayEquals(message, inAnyOrder(sealed, key(1), CONTEXT));
  }

  static void refuses(byte[] sealed, StreamKey key, byte[] context) {
    String said =
        assertThrows(StreamException.class, () -> inOrder(sealed, key, context)).toString();
    assertEquals(
        said,
        assertThrows(StreamException.class, () -> inAnyOrder(sealed, key, context)).toString());
    assertEquals(new StreamException().toString(), said);
  }

  static void refuses(byte[] sealed) {
    refuses(sealed, key(1), CONTEXT);
  }
}
