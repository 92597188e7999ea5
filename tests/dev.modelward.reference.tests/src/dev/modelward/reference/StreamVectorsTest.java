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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** The vectors of Wycheproof for the chunked encryption of C2SP. */
class StreamVectorsTest {
  private static final String FILE = "wycheproof/c2sp_chunked_encryption_aes_256_gcm_test.json";
  private static final Pattern VECTOR = Pattern.compile("\\{[^{}]*\"tcId\"[^{}]*\\}");
  private static final int ALL = 35;

  private record Vector(String text) {
    String field(String name) {
      Matcher found = Pattern.compile('"' + name + "\"\\s*:\\s*\"?([^\",]*)").matcher(text);
      return found.find() ? found.group(1).strip() : "";
    }

    boolean has(String flag) {
      return text.contains('"' + flag + '"');
    }

    boolean isValid() {
      return field("result").equals("valid");
    }

    byte[] bytes(String name) {
      return HexFormat.of().parseHex(field(name));
    }

    byte[] sealed() throws IOException {
      return new InflaterInputStream(new ByteArrayInputStream(bytes("ct"))).readAllBytes();
    }
  }

  private static List<Vector> vectors() throws IOException {
    List<Vector> vectors = new ArrayList<>();
    Matcher found = VECTOR.matcher(Files.readString(vectorFile()));
    while (found.find()) {
      vectors.add(new Vector(found.group()));
    }
    assertEquals(ALL, vectors.size());
    return vectors;
  }

  private static Path vectorFile() {
    return Shared.file("").resolveSibling("vectors").resolve(FILE);
  }

  private static void checkMessage(Vector vector, byte[] message) throws Exception {
    assertEquals(vector.field("msgLength"), Long.toString(message.length), vector.text());
    byte[] digest = MessageDigest.getInstance("SHA-512").digest(message);
    assertArrayEquals(vector.bytes("msgSha512"), digest, vector.field("comment"));
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
        assertThrows(StreamException.class, () -> copy(vector, released), vector.field("comment"));
      }
      if (vector.isValid() || vector.has("PartialPlaintext")) {
        checkMessage(vector, released.toByteArray());
      } else {
        assertEquals(0, released.size(), vector.field("comment"));
      }
    }
    assertEquals(10, valid);
  }

  private static void copy(Vector vector, ByteArrayOutputStream to) throws IOException {
    try (StreamKey key = StreamKey.of(vector.bytes("key"));
        OpeningStream in =
            OpeningStream.of(new ByteArrayInputStream(vector.sealed()), key, vector.bytes("ctx"))) {
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
        assertThrows(StreamException.class, () -> whole(vector), vector.field("comment"));
      }
    }
    assertEquals(10, opened);
  }

  private static byte[] whole(Vector vector) throws IOException {
    SealedSource source = SealedSource.of(ByteBuffer.wrap(vector.sealed()));
    try (StreamKey key = StreamKey.of(vector.bytes("key"));
        SealedMessage message = SealedMessage.of(source, key, vector.bytes("ctx"))) {
      byte[] whole = new byte[Math.toIntExact(message.size())];
      message.read(0, ByteBuffer.wrap(whole));
      return whole;
    }
  }
}
