// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytesTest {
  private static final Bytes TEN = Bytes.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});

  /** The same ten bytes in pieces of uneven sizes. */
  private static Bytes tenInPieces() {
    return Bytes.join(
        List.of(
            TEN.slice(0, 1),
            Bytes.EMPTY,
            Bytes.join(List.of(TEN.slice(1, 4), TEN.slice(4, 6))),
            TEN.slice(6, 10)));
  }

  @Test
  void slicesOfPiecesEqualSlicesOfTheWhole() {
    Bytes pieces = tenInPieces();
    for (int from = 0; from <= 10; from++) {
      for (int to = from; to <= 10; to++) {
        assertArrayEquals(TEN.slice(from, to).toArray(), pieces.slice(from, to).toArray());
        assertTrue(TEN.slice(from, to).sameAs(pieces.slice(from, to)));
      }
    }
  }

  @Test
  void givesEachByteAndItsOffset() {
    Bytes pieces = tenInPieces();
    for (int i = 0; i < 10; i++) {
      assertEquals(i, pieces.at(i));
      assertEquals(i, pieces.offsetOf(i));
      assertEquals(i, TEN.slice(i, 10).offsetOf(0));
    }
    assertEquals(10, pieces.offsetOf(10), "the end has an offset too");
  }

  @Test
  void refusesIndicesOutside() {
    for (Bytes bytes : List.of(TEN, tenInPieces(), Bytes.EMPTY)) {
      long size = bytes.size();
      assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(0, size + 1));
      assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(-1, 0));
      assertThrows(IndexOutOfBoundsException.class, () -> bytes.at(size));
      assertThrows(IndexOutOfBoundsException.class, () -> bytes.at(-1));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> TEN.slice(6, 5));
    assertThrows(IndexOutOfBoundsException.class, () -> tenInPieces().slice(6, 5));
  }

  @Test
  void findsTheFirstDifferenceWhereverThePiecesEnd() {
    for (int i = 0; i < 10; i++) {
      byte[] changed = TEN.toArray();
      changed[i] ^= 1;
      assertEquals(i, BytesComparison.mismatch(tenInPieces(), Bytes.of(changed)));
      assertFalse(Bytes.of(changed).sameAs(tenInPieces()));
    }
    assertEquals(-1, BytesComparison.mismatch(TEN, tenInPieces()));
    assertFalse(TEN.sameAs(TEN.slice(0, 9)));
    assertTrue(Bytes.EMPTY.sameAs(TEN.slice(4, 4)));
  }

  @Test
  void joinsWithoutPiecesAreEmptyAndOfOnePieceAreThatPiece() {
    assertSame(Bytes.EMPTY, Bytes.join(List.of()));
    assertSame(Bytes.EMPTY, Bytes.join(List.of(Bytes.EMPTY, TEN.slice(3, 3))));
    assertSame(TEN, Bytes.join(List.of(Bytes.EMPTY, TEN)));
  }

  @Test
  void keepsItsOwnCopyOfAnArray() {
    byte[] array = {1, 2};
    Bytes bytes = Bytes.of(array);
    array[0] = 9;
    assertEquals(1, bytes.at(0));
    bytes.toArray()[1] = 9;
    assertEquals(2, bytes.at(1));
    assertThrows(ReadOnlyBufferException.class, () -> bytes.buffer().put(0, (byte) 9));
  }

  @Test
  void writesAndDigestsAllPiecesInOrder() throws IOException, NoSuchAlgorithmException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tenInPieces().writeTo(Channels.newChannel(out));
    assertArrayEquals(TEN.toArray(), out.toByteArray());
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    tenInPieces().addTo(digest);
    byte[] inPieces = digest.digest();
    assertArrayEquals(digest.digest(TEN.toArray()), inPieces);
  }

  @Test
  void oneBufferOfPiecesIsLittleEndian() {
    assertEquals(0x03020100, TEN.buffer().getInt());
    assertEquals(0x06050403, tenInPieces().buffer().getInt(3));
  }

  @Test
  void mapsAFileOfMoreThanTwoGigabytesInPieces(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sparse.bin");
    long size = 5L << 30;
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(size);
      out.seek((1L << 30) - 1);
      out.write(new byte[] {1, 2});
      out.seek(size - 1);
      out.write(3);
    }
    Bytes all = Bytes.map(file, 0, size);
    assertEquals(size, all.size());
    assertArrayEquals(
        new byte[] {1, 2}, all.slice((1L << 30) - 1, (1L << 30) + 1).toArray(), "over the seam");
    assertEquals(3, all.at(size - 1));
    assertEquals(size - 1, all.offsetOf(size - 1));
    assertEquals(3, Bytes.map(file, size - 1, 1).at(0));
    assertEquals(size - 1, Bytes.map(file, size - 1, 1).offsetOf(0));
    assertThrows(IllegalArgumentException.class, all::buffer);
    Files.delete(file);
  }

  @Test
  void refusesToMapWhatAFileDoesNotHave(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("four.bin"), new byte[] {1, 2, 3, 4});
    assertThrows(EOFException.class, () -> Bytes.map(file, 0, 5));
    assertThrows(EOFException.class, () -> Bytes.map(file, 5, 0));
    assertThrows(EOFException.class, () -> Bytes.map(file, -1, 1));
    assertThrows(EOFException.class, () -> Bytes.map(file, 1, Long.MAX_VALUE));
    assertThrows(EOFException.class, () -> Bytes.map(file, Long.MAX_VALUE, 4));
    assertSame(Bytes.EMPTY, Bytes.map(file, 4, 0));
  }

  @Test
  void joinsOfManyPiecesStayFast() {
    List<Bytes> pieces = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      pieces.add(TEN);
    }
    Bytes all = Bytes.join(pieces);
    assertEquals(1_000_000, all.size());
    long sum = 0;
    for (long i = 0; i < all.size(); i++) {
      sum += all.at(i);
    }
    assertEquals(4_500_000, sum);
  }
}
