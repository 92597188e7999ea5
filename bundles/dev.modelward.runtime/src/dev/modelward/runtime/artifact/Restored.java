// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tensors that a key opens something of, as they are in its tier, in memory outside of the
 * heap; zeroed when closed.
 */
public final class Restored implements AutoCloseable {
  private final SortedMap<Integer, ByteBuffer> tensors = new TreeMap<>();

  Restored() {}

  /** Makes room for a tensor. */
  void add(int tensor, long length) {
    tensors.computeIfAbsent(
        tensor,
        each -> ByteBuffer.allocateDirect(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN));
  }

  /**
   * The bytes of each restored tensor, by its index in the manifest; not to be used once closed.
   */
  public SortedMap<Integer, ByteBuffer> tensors() {
    return Collections.unmodifiableSortedMap(tensors);
  }

  @Override
  public void close() {
    tensors.values().forEach(Restored::erase);
  }

  static void erase(ByteBuffer bytes) {
    byte[] zeros = new byte[1 << 16];
    for (int at = 0; at < bytes.capacity(); at += zeros.length) {
      bytes.put(at, zeros, 0, Math.min(zeros.length, bytes.capacity() - at));
    }
  }
}
