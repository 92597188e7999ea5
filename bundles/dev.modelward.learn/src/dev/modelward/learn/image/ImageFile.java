// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.image;

import dev.modelward.learn.records.Sample;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * A decoded image as planes of numbers from 0 to 255, exactly as they are stored: no colour space
 * is converted. Palettes are resolved, 16-bit values divided by 257, transparency left out.
 */
final class ImageFile {
  private static final double SIXTEEN_BITS = 257;

  private final BufferedImage image;
  private final int width;
  private final int height;

  ImageFile(BufferedImage image) {
    this.image = image;
    this.width = image.getWidth();
    this.height = image.getHeight();
  }

  /** Puts the image into a sample. */
  void put(Sample into) {
    Raster raster = image.getRaster();
    if (image.getColorModel() instanceof IndexColorModel palette) {
      putPalette(raster, palette, into);
      return;
    }
    int channels = raster.getNumBands() < 3 ? 1 : 3;
    float[] values = into.begin(channels, height, width);
    boolean sixteen = raster.getSampleModel().getSampleSize(0) == 16;
    for (int channel = 0; channel < channels; channel++) {
      if (isBytes(raster)) {
        putBytes(raster, channel, values);
      } else {
        putSlowly(raster, channel, values);
      }
    }
    if (sixteen) {
      divide(values, into.size());
    }
  }

  private static boolean isBytes(Raster raster) {
    return raster.getSampleModel() instanceof PixelInterleavedSampleModel
        && raster.getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE
        && raster.getSampleModelTranslateX() == 0
        && raster.getSampleModelTranslateY() == 0;
  }

  private void putBytes(Raster raster, int channel, float[] values) {
    byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
    PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) raster.getSampleModel();
    int step = model.getPixelStride();
    int to = channel * height * width;
    for (int y = 0; y < height; y++) {
      int from = y * model.getScanlineStride() + model.getBandOffsets()[channel];
      for (int x = 0; x < width; x++) {
        values[to++] = bytes[from + x * step] & 0xff;
      }
    }
  }

  private void putSlowly(Raster raster, int channel, float[] values) {
    int to = channel * height * width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        values[to++] = raster.getSample(x, y, channel);
      }
    }
  }

  private void putPalette(Raster raster, IndexColorModel palette, Sample into) {
    int channels = isGrey(palette) ? 1 : 3;
    float[] values = into.begin(channels, height, width);
    int pixels = height * width;
    for (int i = 0; i < pixels; i++) {
      int colour = palette.getRGB(raster.getSample(i % width, i / width, 0));
      for (int channel = 0; channel < channels; channel++) {
        values[channel * pixels + i] = colour >>> 16 - 8 * channel & 0xff;
      }
    }
  }

  private static boolean isGrey(IndexColorModel palette) {
    for (int i = 0; i < palette.getMapSize(); i++) {
      int colour = palette.getRGB(i);
      if ((colour >>> 16 & 0xff) != (colour & 0xff) || (colour >>> 8 & 0xff) != (colour & 0xff)) {
        return false;
      }
    }
    return true;
  }

  private static void divide(float[] values, int size) {
    for (int i = 0; i < size; i++) {
      values[i] = (float) (values[i] / SIXTEEN_BITS);
    }
  }
}
