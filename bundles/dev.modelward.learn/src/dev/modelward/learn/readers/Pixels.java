// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

/** Bytes as numbers from 0 to 255. */
final class Pixels {
  private Pixels() {}

  static void copy(byte[] from, int offset, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = from[offset + i] & 0xff;
    }
  }
}
