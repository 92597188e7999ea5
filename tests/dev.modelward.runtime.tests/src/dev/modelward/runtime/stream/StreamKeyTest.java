// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class StreamKeyTest {
  @Test
  void keepsACopyOfItsBytes() {
    byte[] bytes = new byte[StreamKey.LENGTH];
    StreamKey key = StreamKey.of(bytes);
    byte[] before = key.expand(new byte[0], 32);
    bytes[0] = 1;
    assertArrayEquals(before, key.expand(new byte[0], 32));
  }

  @Test
  void isOfNoUseOnceClosed() {
    StreamKey key = Sealing.key(7);
    key.close();
    assertThrows(
        IllegalStateException.class,
        () -> SealingStream.to(OutputStream.nullOutputStream(), key, new byte[0]));
  }

  @Test
  void zeroesItsBytesWhenClosed() throws ReflectiveOperationException {
    StreamKey key = Sealing.key(7);
    key.close();
    var field = StreamKey.class.getDeclaredField("bytes");
    field.setAccessible(true);
    assertArrayEquals(new byte[StreamKey.LENGTH], (byte[]) field.get(key));
  }

  @Test
  void saysNothingOfItself() {
    assertEquals(Sealing.key(1).toString(), Sealing.key(2).toString());
    assertEquals("a stream key", Sealing.key(1).toString());
  }

  @Test
  void hasTheLengthOfTheCiphersKey() {
    assertThrows(IllegalArgumentException.class, () -> StreamKey.of(new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> StreamKey.of(new byte[33]));
  }
}
