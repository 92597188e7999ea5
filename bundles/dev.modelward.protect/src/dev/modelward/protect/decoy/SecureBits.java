// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Random bits that nobody can tell, taken from the platform's secure generator in big slices; bits
 * that were handed out are wiped at once, the others on closing. For one thread.
 */
public final class SecureBits implements RandomGenerator, AutoCloseable {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SLICE = 1 << 16;

  private final SecureRandom source = new SecureRandom();
  private final byte[] slice = new byte[SLICE];
  private int used = SLICE;
  private boolean isClosed;

  @Override
  public long nextLong() {
    if (isClosed) {
      throw new IllegalStateException("random bits that were closed");
    }
    if (used == SLICE) {
      source.nextBytes(slice);
      used = 0;
    }
    long bits = (long) LONGS.get(slice, used);
    LONGS.set(slice, used, 0L);
    used += Long.BYTES;
    return bits;
  }

  @Override
  public void close() {
    Arrays.fill(slice, (byte) 0);
    isClosed = true;
  }
}
