// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Bytes of small files of every form, with values that follow from their place. */
public final class Fixture {
  private Fixture() {}

  /** Images of 2 by 3 bytes, the i-th of which has the bytes 10 i to 10 i + 5. */
  static byte[] idxImages(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(16 + 6 * count);
    bytes.putInt(0x803).putInt(count).putInt(2).putInt(3);
    for (int i = 0; i < 6 * count; i++) {
      bytes.put((byte) (i / 6 * 10 + i % 6));
    }
    return bytes.array();
  }

  /** Labels that count up to 9 and begin again. */
  static byte[] idxLabels(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + count);
    bytes.putInt(0x801).putInt(count);
    for (int i = 0; i < count; i++) {
      bytes.put((byte) (i % 10));
    }
    return bytes.array();
  }

  /** CIFAR-10 records: the label i, and every pixel of channel c is 10 i + c. */
  static byte[] cifar(int count) {
    byte[] bytes = new byte[3073 * count];
    for (int i = 0; i < bytes.length; i++) {
      int record = i / 3073;
      int at = i % 3073;
      bytes[i] = (byte) (at == 0 ? record : 10 * record + (at - 1) / 1024);
    }
    return bytes;
  }

  /** An array as NumPy writes it. */
  public static byte[] npy(String type, String shape, ByteBuffer numbers) {
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }\n".formatted(type, shape);
    ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + numbers.capacity());
    bytes.order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x93).put(ascii("NUMPY"));
    bytes.put((byte) 1).put((byte) 0).putShort((short) header.length()).put(ascii(header));
    bytes.put(numbers.rewind());
    return bytes.array();
  }

  /** Little-endian floats. */
  public static ByteBuffer floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes;
  }

  /** Little-endian integers. */
  public static ByteBuffer longs(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return bytes;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] zip(String first, byte[] firstBytes, String second, byte[] secondBytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry(first));
      out.write(firstBytes);
      out.putNextEntry(new ZipEntry(second));
      out.write(secondBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /**
   * An image of a type of {@link BufferedImage} whose band b has at x, y the value 40 b + 5 y + x.
   */
  static BufferedImage image(int type, int height, int width) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int i = 0; i < height * width; i++) {
      for (int band = 0; band < image.getRaster().getNumBands(); band++) {
        image
            .getRaster()
            .setSample(i % width, i / width, band, 40 * band + 5 * (i / width) + i % width);
      }
    }
    return image;
  }

  static byte[] encoded(BufferedImage image, String form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, form, bytes)) {
        throw new IllegalArgumentException("no " + form + " of this image");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes a file into a folder, which is made if need be. */
  public static Path write(Path folder, String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
