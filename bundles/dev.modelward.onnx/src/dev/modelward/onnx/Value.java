// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.wire.WireReader;
import dev.modelward.onnx.wire.WireWriter;

/** The name and type of a value: an input, an output, or something between. */
public record Value(String name, ValueType type) {
  private static final int NAME = 1;
  private static final int TYPE = 2;

  static Value read(Bytes message, Trail trail) throws OnnxFormatException {
    WireReader reader = new WireReader(message, trail);
    String name = "";
    ValueType type = new ValueType.Unspecified();
    while (reader.next()) {
      switch (reader.field()) {
        case NAME -> name = reader.name();
        case TYPE -> type = TypeMessage.read(reader.bytes(), trail.down("type"));
        default -> {}
      }
    }
    return new Value(name, type);
  }

  Bytes write() {
    return new WireWriter().text(NAME, name).bytes(TYPE, TypeMessage.write(type)).message();
  }
}
