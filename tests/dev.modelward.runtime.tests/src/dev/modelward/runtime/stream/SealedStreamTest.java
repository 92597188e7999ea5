// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamTest {
  private static final int CHUNK = 16384;
  private static final int SEALED = CHUNK + 16;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 5 * CHUNK + 7})
  void opensWhatWasSealedAtAllBordersOfChunks(int size) throws IOException {
    byte[] message = Sealing.message(size);
    byte[] sealed = Sealing.sealed(message);
    assertEquals(56 + size + 16 * (size / CHUNK + 1), sealed.length);
    Sealing.opens(message, sealed);
  }

  @Test
  void sealsTheSameMessageDifferentlyEachTime() throws IOException {
    byte[] message = Sealing.message(100);
    assertFalse(Arrays.equals(Sealing.sealed(message), Sealing.sealed(message)));
  }

  @Test
  void refusesAMessageCutAtAnyByte() throws IOException {
    byte[] sealed = Sealing.sealed(Sealing.message(40));
    for (int size = 0; size < sealed.length; size++) {
      Sealing.refuses(Arrays.copyOf(sealed, size));
    }
  }

  @Test
  void refusesAMessageCutAroundBordersOfChunks() throws IOException {
    byte[] sealed = Sealing.sealed(Sealing.message(3 * CHUNK));
    for (int border = 56; border < sealed.length; border += SEALED) {
      for (int size = border - 17; size <= border + 17; size++) {
        if (size != sealed.length) {
          Sealing.refuses(Arrays.copyOf(sealed, size));
        }
      }
    }
  }

  @Test
  void refusesAMessageWithAnyBitFlipped() throws IOException {
    byte[] sealed = Sealing.sealed(Sealing.message(40));
    for (int bit = 0; bit < 8 * sealed.length; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Sealing.refuses(flipped);
    }
  }

  @Test
  void refusesChunksInAnotherOrder() throws IOException {
    byte[] sealed = Sealing.sealed(Sealing.message(2 * CHUNK + 1));
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, 56, swapped, 56 + SEALED, SEALED);
    System.arraycopy(sealed, 56 + SEALED, swapped, 56, SEALED);
    Sealing.refuses(swapped);
  }

  @Test
  void refusesAnotherKeyAndAnotherContext() throws IOException {
    byte[] sealed = Sealing.sealed(Sealing.message(40));
    Sealing.refuses(sealed, Sealing.key(2), Sealing.CONTEXT);
    Sealing.refuses(sealed, Sealing.key(1), new byte[0]);
  }

  @Test
  void handsOutOnlyTheChunksBeforeADamagedOne() throws IOException {
    byte[] message = Sealing.message(2 * CHUNK + 1);
    byte[] sealed = Sealing.sealed(message);
    sealed[56 + SEALED] ^= 1;
    try (StreamKey key = Sealing.key(1);
        OpeningStream opening =
            OpeningStream.of(new ByteArrayInputStream(sealed), key, Sealing.CONTEXT)) {
      assertArrayEquals(Arrays.copyOf(message, CHUNK), opening.readNBytes(CHUNK));
      byte[] untouched = new byte[10];
      assertThrows(StreamException.class, () -> opening.read(untouched));
      assertThrows(StreamException.class, opening::read, "refuses for good");
      assertArrayEquals(new byte[10], untouched);
    }
  }

  @Test
  void readsAnyPartAsItIsInTheWhole() throws IOException {
    byte[] message = Sealing.message(3 * CHUNK);
    ByteBuffer sealed = ByteBuffer.wrap(Sealing.sealed(message));
    try (StreamKey key = Sealing.key(1);
        SealedMessage opened = SealedMessage.of(SealedSource.of(sealed), key, Sealing.CONTEXT)) {
      for (int from : new int[] {2 * CHUNK - 1, 0, CHUNK, 3 * CHUNK, CHUNK - 1}) {
        byte[] part = new byte[Math.min(CHUNK + 2, message.length - from)];
        opened.read(from, ByteBuffer.wrap(part));
        assertArrayEquals(Arrays.copyOfRange(message, from, from + part.length), part);
      }
      assertEquals(4, opened.chunks());
      assertEquals(0, opened.chunk(3).length);
      assertThrows(IndexOutOfBoundsException.class, () -> opened.chunk(4));
    }
  }

  @Test
  void leavesNothingInTheBufferOfAReadThatIsRefused() throws IOException {
    byte[] sealed = Sealing.sealed(Sealing.message(2 * CHUNK + 1));
    sealed[56 + SEALED] ^= 1;
    try (StreamKey key = Sealing.key(1);
        SealedMessage opened =
            SealedMessage.of(SealedSource.of(ByteBuffer.wrap(sealed)), key, Sealing.CONTEXT)) {
      byte[] into = new byte[CHUNK + 1];
      assertThrows(StreamException.class, () -> opened.read(0, ByteBuffer.wrap(into)));
      assertArrayEquals(new byte[CHUNK + 1], into);
    }
  }

  @Test
  void isTruncatedWhereItIsClosedButNotFinished() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (StreamKey key = Sealing.key(1);
        SealingStream sealing = SealingStream.to(out, key, Sealing.CONTEXT)) {
      sealing.write(Sealing.message(CHUNK + 1));
    }
    Sealing.refuses(out.toByteArray());
  }
}
