// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.tensor;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.wire.WireReader;
import dev.modelward.onnx.wire.WireWriter;
import java.util.HashMap;
import java.util.Map;

/** The key and value pairs with which a tensor message names its external data. */
final class ExternalEntries {
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final long EXTERNAL = 1;

  private final Map<String, String> entries = new HashMap<>();

  void add(Bytes entry, Trail trail) throws OnnxFormatException {
    WireReader reader = new WireReader(entry, trail);
    String key = "";
    String value = "";
    while (reader.next()) {
      switch (reader.field()) {
        case KEY -> key = reader.name();
        case VALUE -> value = reader.name();
        default -> {}
      }
    }
    entries.put(key, value);
  }

  /** The place of the elements; without a length it is the length that the shape implies. */
  ExternalBytes data(long impliedLength, WireReader at) throws OnnxFormatException {
    ExternalBytes data =
        new ExternalBytes(
            entries.getOrDefault("location", ""),
            size("offset", 0, at),
            size("length", impliedLength, at),
            entries.getOrDefault("checksum", ""));
    data.check(at.trail(), at.offset());
    if (data.length() != impliedLength) {
      throw at.wrong("external data of " + impliedLength + " bytes", data.length() + " bytes");
    }
    return data;
  }

  private long size(String key, long absent, WireReader at) throws OnnxFormatException {
    String text = entries.getOrDefault(key, "");
    if (text.isEmpty()) {
      return absent;
    }
    try {
      long value = Long.parseLong(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw at.wrong("external data with a number as " + key, "'" + text + "'");
    }
    throw at.wrong("external data with a size as " + key, text);
  }

  static Bytes write(ExternalBytes data) {
    WireWriter writer = new WireWriter();
    entry(writer, "location", data.location());
    entry(writer, "offset", Long.toString(data.offset()));
    entry(writer, "length", Long.toString(data.length()));
    if (!data.checksum().isEmpty()) {
      entry(writer, "checksum", data.checksum());
    }
    return writer.integer(TensorFields.DATA_LOCATION, EXTERNAL).message();
  }

  private static void entry(WireWriter writer, String key, String value) {
    writer.bytes(
        TensorFields.EXTERNAL_DATA, new WireWriter().text(KEY, key).text(VALUE, value).message());
  }
}
