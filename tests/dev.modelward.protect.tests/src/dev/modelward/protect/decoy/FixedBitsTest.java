// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.protect.blocks.LayerBlocks;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Only tests know how to fix the bits of decoys, and measurements their seed. */
class FixedBitsTest {

  @Test
  void noOtherBitsThanSecureOnesAreTakenFromOutside() {
    for (Class<?> type : List.of(Concealment.class, Decoys.class)) {
      for (Method method : type.getDeclaredMethods()) {
        boolean takesAny = List.of(method.getParameterTypes()).contains(RandomGenerator.class);
        assertFalse(takesAny && Modifier.isPublic(method.getModifiers()), method::toString);
      }
    }
    assertTrue(Modifier.isFinal(SecureBits.class.getModifiers()));
    assertEquals(0, SecureBits.class.getDeclaredConstructors()[0].getParameterCount());
    assertEquals(1, SecureBits.class.getDeclaredConstructors().length);
  }

  private static byte[] written(Concealment concealment, long seed) throws IOException {
    byte[] weight = concealment.blocks().weight().tensor().raw().toArray();
    ByteBuffer numbers = ByteBuffer.wrap(weight).order(ByteOrder.LITTLE_ENDIAN);
    new InsecureFixedBits(seed).write(concealment, numbers, LongStream.of(0, 3));
    return weight;
  }

  @Test
  void oneSeedGivesTheSameDecoysAgain() throws IOException {
    LayerBlocks layer = Crowd.heavyTailed(64, 9, 1).layer();
    Concealment concealment = Concealment.of(Decoy.usual(), layer, block -> block % 3 == 0);
    assertArrayEquals(written(concealment, 5), written(concealment, 5));
    assertFalse(Arrays.equals(written(concealment, 5), written(concealment, 6)));
  }
}
