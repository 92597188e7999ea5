// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.readers;

import dev.modelward.learn.records.DataException;
import dev.modelward.learn.records.Sample;
import dev.modelward.learn.rows.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The begin of an NPY array: a magic, a version, and a Python dictionary of type, order and shape
 * (NumPy enhancement proposal 1).
 */
record NumpyHeader(int size, NumpyType type, long[] shape) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape'\\s*:\\s*\\(((?:\\s*\\d{1,18}L?\\s*,?)*)\\)");

  static NumpyHeader read(Content content) throws DataException {
    try (InputStream in = content.stream()) {
      return read(in, content.place());
    } catch (IOException e) {
      throw DataException.unreadable(content.place(), e);
    }
  }

  private static NumpyHeader read(InputStream in, String place) throws IOException {
    byte[] begin = bytes(in, 8, place);
    int version = begin[6];
    if (!Arrays.equals(begin, 0, 6, MAGIC, 0, 6) || version < 1 || version > 3) {
      throw new DataException(place, "an NPY array of version 1 to 3", "other bytes");
    }
    int width = version == 1 ? 2 : 4;
    byte[] length = bytes(in, width, place);
    long size = 0;
    for (int i = width - 1; i >= 0; i--) {
      size = size << 8 | length[i] & 0xff;
    }
    if (size > LONGEST) {
      throw new DataException(place, "a header of at most 65536 bytes", size + " bytes");
    }
    String text = new String(bytes(in, (int) size, place), StandardCharsets.UTF_8);
    if (find(ORDER, text, place).equals("True")) {
      throw new DataException(place, "an array in C order", "one in Fortran order");
    }
    NumpyType type = NumpyType.of(find(TYPE, text, place), place);
    return new NumpyHeader(8 + width + (int) size, type, shape(find(SHAPE, text, place)));
  }

  private static byte[] bytes(InputStream in, int count, String place) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new DataException(place, "the header of an NPY array", "the end of the data");
    }
    return bytes;
  }

  private static String find(Pattern pattern, String text, String place) throws DataException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new DataException(place, "a header with descr, fortran_order, shape", text.strip());
    }
    return matcher.group(1);
  }

  private static long[] shape(String text) {
    return Arrays.stream(text.split("[\\s,L]+"))
        .filter(part -> !part.isEmpty())
        .mapToLong(Long::parseLong)
        .toArray();
  }

  /** The number of records; an array without dimensions holds none. */
  long count() {
    return shape.length == 0 ? 0 : shape[0];
  }

  /** The dimensions of a record, refused where it has more values than one may have. */
  int[] dims(String place) throws DataException {
    int[] dims = new int[Math.max(0, shape.length - 1)];
    long values = 1;
    for (int i = 0; i < dims.length; i++) {
      long dim = shape[i + 1];
      values = dim > 0 && dim <= Sample.MOST && values <= Sample.MOST ? values * dim : -1;
      if (values < 0 || values > Sample.MOST) {
        throw new DataException(place, "1 to 2^28 values a record", Arrays.toString(shape));
      }
      dims[i] = (int) dim;
    }
    return dims;
  }
}
