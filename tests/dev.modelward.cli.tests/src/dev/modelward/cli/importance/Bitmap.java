// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Image files that a test makes. */
final class Bitmap {
  private static final int HEAD = 54;

  private Bitmap() {}

  /** A BMP file of 24 bits, getting brighter from one corner to the other. */
  static byte[] grey(int width, int height) {
    int stride = (3 * width + 3) / 4 * 4;
    ByteBuffer file = ByteBuffer.allocate(HEAD + stride * height).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(HEAD);
    file.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 24);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < 3 * width; x++) {
        file.put(HEAD + y * stride + x, (byte) (4 * (x / 3 + y)));
      }
    }
    return file.array();
  }
}
