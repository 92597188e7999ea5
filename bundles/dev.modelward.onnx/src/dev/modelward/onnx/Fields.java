// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.wire.Span;
import dev.modelward.onnx.wire.WireReader;
import java.util.ArrayList;
import java.util.List;

/** The places of fields in a message that has been read before. */
final class Fields {
  private Fields() {}

  /** All fields of a number; where only one counts, it is the last. */
  static List<Span> find(Bytes message, int number) {
    List<Span> found = new ArrayList<>();
    try {
      WireReader reader = new WireReader(message, Trail.of(new Source.OfMemory("edit")));
      while (reader.next()) {
        if (reader.field() == number) {
          found.add(reader.span());
        }
      }
      return found;
    } catch (OnnxFormatException e) {
      throw new IllegalStateException("a message that was read before", e);
    }
  }
}
