// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.stream.OpeningStream;
import dev.modelward.runtime.stream.SealedMessage;
import dev.modelward.runtime.stream.SealedSource;
import dev.modelward.runtime.stream.StreamException;
import dev.modelward.runtime.stream.StreamKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The vectors of Wycheproof for the chunked encryption of C2SP. */
@ReferenceTest
@Tag("fast")
class StreamVectorsTest {
  private static List<Vector> vectors() throws IOException {
    return Vector.of("c2sp_chunked_encryption_aes_256_gcm", 35);
  }

  private static byte[] sealed(Vector vector) throws IOException {
    return new InflaterInputStream(new ByteArrayInputStream(vector.bytes("ct"))).readAllBytes();
  }

  private static void checkMessage(Vector vector, byte[] message) throws Exception {
    assertEquals(vector.number("msgLength"), message.length, vector.text());
    byte[] digest = MessageDigest.getInstance("SHA-512").digest(message);
    assertArrayEquals(vector.bytes("msgSha512"), digest, vector.text("comment"));
  }

  @Test
  void opensValidOnesFromTheirBeginningAndOthersUpToTheFirstWrongChunk() throws Exception {
    int valid = 0;
    for (Vector vector : vectors()) {
      ByteArrayOutputStream released = new ByteArrayOutputStream();
      if (vector.isValid()) {
        valid++;
        copy(vector, released);
      } else if (vector.has("InvalidKeySize")) {
        assertThrows(IllegalArgumentException.class, () -> StreamKey.of(vector.bytes("key")));
      } else {
        assertThrows(StreamException.class, () -> copy(vector, released), vector.text("comment"));
      }
      if (vector.isValid() || vector.has("PartialPlaintext")) {
        checkMessage(vector, released.toByteArray());
      } else {
        assertEquals(0, released.size(), vector.text("comment"));
      }
    }
    assertEquals(10, valid);
  }

  private static void copy(Vector vector, ByteArrayOutputStream to) throws IOException {
    try (StreamKey key = StreamKey.of(vector.bytes("key"));
        OpeningStream in =
            OpeningStream.of(new ByteArrayInputStream(sealed(vector)), key, vector.bytes("ctx"))) {
      in.transferTo(to);
    }
  }

  @Test
  void opensValidOnesAtAnyPlaceAndRefusesTheOthers() throws Exception {
    int opened = 0;
    for (Vector vector : vectors()) {
      if (vector.isValid()) {
        opened++;
        checkMessage(vector, whole(vector));
      } else if (vector.has("InvalidKeySize")) {
        assertThrows(IllegalArgumentException.class, () -> StreamKey.of(vector.bytes("key")));
      } else {
        assertThrows(StreamException.class, () -> whole(vector), vector.text("comment"));
      }
    }
    assertEquals(10, opened);
  }

  private static byte[] whole(Vector vector) throws IOException {
    SealedSource source = SealedSource.of(ByteBuffer.wrap(sealed(vector)));
    try (StreamKey key = StreamKey.of(vector.bytes("key"));
        SealedMessage message = SealedMessage.of(source, key, vector.bytes("ctx"))) {
      byte[] whole = new byte[Math.toIntExact(message.size())];
      message.read(0, ByteBuffer.wrap(whole));
      return whole;
    }
  }
}
