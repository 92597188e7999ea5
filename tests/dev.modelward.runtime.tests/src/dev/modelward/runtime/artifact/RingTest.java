// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.ProtectionException.Tampered;
import dev.modelward.testkit.sealed.HandmadeArtifact;
import dev.modelward.testkit.sealed.RingMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rings that their vendor sealed, whatever they say. */
class RingTest {
  /** Blocks of a ring that are more than one piece. */
  private static final int MANY = 300_000;

  private final HandmadeArtifact handmade = new HandmadeArtifact();

  @TempDir Path folder = Path.of("");

  private Restored restored(Map<String, byte[]> files) throws IOException, ProtectionException {
    HandmadeArtifact.write(files, folder);
    Artifact artifact = Artifact.open(folder, handmade.vendor().key());
    try (TierKey key = handmade.key(2)) {
      return artifact.restore(key, 2);
    }
  }

  private void refuses(byte[] first) {
    byte[] second = handmade.second().bytes();
    assertThrows(Malformed.class, () -> restored(handmade.files(first, second)).close());
  }

  private void refuses(int field, long... numbers) {
    for (long number : numbers) {
      refuses(handmade.first().with(field, number).bytes());
    }
  }

  @Test
  void refusesAnotherMagicAndAnotherNumberOfEntries() {
    refuses(0, 0, -1);
    refuses(1, 0, 1, 3, 4, -1, 1L << 31);
  }

  @Test
  void refusesTensorsThatAreNoneOrComeTwiceOrInAnotherOrder() {
    refuses(2, 1, 2, 3, -1, 1L << 31);
    refuses(7, 0, 2, 3, -1);
  }

  @Test
  void refusesOtherRanksAndTilesThatDoNotDivide() {
    refuses(3, 0, 1, 3, -1, 1L << 31);
    refuses(4, 0, 3, 5, 8, -1, -2, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32);
    refuses(5, 0, 4, 5, 7, 12, -3, (1L << 32) + 3);
  }

  @Test
  void refusesCountsThatAreNoneOrTooManyOrNotThere() {
    refuses(6, 0, 1, 3, 4, 5, -1, 1L << 32, (1L << 32) + 2, Long.MAX_VALUE, Long.MIN_VALUE);
    refuses(10, 0, 2, 3, -1);
  }

  @Test
  void refusesBlocksThatAreNoneOrComeTwiceOrInAnotherOrder() {
    refuses(11, 3, 4, -1, 1L << 31);
    refuses(12, 0, 1, 4, -1, Integer.MAX_VALUE);
    refuses(13, 2, 3, -1);
  }

  @Test
  void refusesMessagesThatAreTooShortOrTooLong() {
    byte[] whole = handmade.first().bytes();
    for (int length = 0; length < whole.length; length++) {
      refuses(Arrays.copyOf(whole, length));
    }
    refuses(Arrays.copyOf(whole, whole.length + 1));
    refuses(Arrays.copyOf(whole, whole.length + 24));
  }

  @Test
  void givesATypedRefusalOrWholeTensorsWhateverARingSays() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] first = handmade.first().damaged(random);
      try (Restored restored = restored(handmade.files(first, handmade.second().bytes()))) {
        for (Map.Entry<Integer, ByteBuffer> each : restored.tensors().entrySet()) {
          assertEquals(handmade.original(each.getKey()).length, each.getValue().capacity());
        }
      } catch (ProtectionException e) {
        refused++;
      }
    }
    assertTrue(refused > 200 && refused < 400, refused + " refused");
  }

  private Map<String, byte[]> many(List<Integer> blocks) {
    byte[] data = new byte[MANY];
    Tensor tensor =
        new Tensor("a", 3, List.of((long) MANY), 0, MANY, Tree.of(ByteBuffer.wrap(data)));
    Manifest core = handmade.core();
    Manifest manifest =
        new Manifest(
            core.artifact(),
            new Manifest.Files(core.files().model(), MANY),
            List.of(tensor),
            core.inside(),
            core.tiers(),
            core.provenance(),
            core.rings());
    List<byte[]> values = new ArrayList<>();
    blocks.forEach(block -> values.add(new byte[] {(byte) (block % 100 + 1)}));
    RingMessage first = RingMessage.of(new RingMessage.Entry(0, List.of(1L), blocks, values));
    return handmade.files(manifest, data, first.bytes(), RingMessage.of().bytes());
  }

  @Test
  void restoresMoreBlocksThanOnePieceAndRefusesThemWhereTheyDoNotRise() throws Exception {
    List<Integer> blocks = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      blocks.add(i);
    }
    try (Restored restored = restored(many(blocks))) {
      byte[] expected = new byte[MANY];
      for (int i = 0; i < MANY; i++) {
        expected[i] = (byte) (i % 100 + 1);
      }
      byte[] found = new byte[MANY];
      restored.tensors().get(restored.tensors().firstKey()).get(0, found);
      assertArrayEquals(expected, found);
    }
    // the first block of the second piece, once more the one before
    int border = (1 << 20) / 5;
    blocks.set(border, border - 1);
    assertThrows(Malformed.class, () -> restored(many(blocks)).close());
  }

  @Test
  void aRingMayHoldNothing() throws Exception {
    byte[] nothing = RingMessage.of().bytes();
    try (Restored restored = restored(handmade.files(nothing, nothing))) {
      assertEquals(Map.of(), restored.tensors());
    }
  }

  @Test
  void lengthsThatAreNotThereCostNothing() {
    Manifest core = handmade.core();
    long huge = 1L << 51;
    Tensor tensor = new Tensor("a", 3, List.of(huge), 0, huge, "00".repeat(32));
    Manifest manifest =
        new Manifest(
            core.artifact(),
            new Manifest.Files(core.files().model(), huge),
            List.of(tensor),
            core.inside(),
            core.tiers(),
            core.provenance(),
            core.rings());
    byte[] none = RingMessage.of().bytes();
    Map<String, byte[]> files = handmade.files(manifest, new byte[8], none, none);
    assertThrows(Tampered.class, () -> restored(files).close());
  }

  @Test
  void readsElementsInLittleEndianAsTheyLie() throws Exception {
    try (Restored restored = restored(handmade.files())) {
      restored
          .tensors()
          .values()
          .forEach(each -> assertEquals(ByteOrder.LITTLE_ENDIAN, each.order()));
    }
  }
}
