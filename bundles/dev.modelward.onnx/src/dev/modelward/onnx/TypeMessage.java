// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.wire.WireReader;
import dev.modelward.onnx.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes {@code TypeProto}. */
final class TypeMessage {
  private static final int TENSOR = 1;
  private static final int SEQUENCE = 4;
  private static final int MAP = 5;
  private static final int SPARSE = 8;
  private static final int OPTIONAL = 9;
  private static final int FIRST = 1;
  private static final int SECOND = 2;

  private TypeMessage() {}

  static ValueType read(Bytes message, Trail trail) throws OnnxFormatException {
    WireReader reader = new WireReader(message, trail);
    ValueType type = new ValueType.Unspecified();
    while (reader.next()) {
      type =
          switch (reader.field()) {
            case TENSOR, SPARSE -> tensor(reader, reader.field() == SPARSE);
            case SEQUENCE -> new ValueType.OfSequence(element(reader, "sequence", FIRST));
            case OPTIONAL -> new ValueType.OfOptional(element(reader, "optional", FIRST));
            case MAP -> map(reader);
            default -> type;
          };
    }
    return type;
  }

  private static ValueType tensor(WireReader field, boolean sparse) throws OnnxFormatException {
    WireReader reader = new WireReader(field.bytes(), field.trail().down("tensor_type"));
    Shape shape = new Shape.Unranked();
    long code = 0;
    while (reader.next()) {
      switch (reader.field()) {
        case FIRST -> code = reader.integer();
        case SECOND -> shape = shape(reader.bytes(), reader.trail().down("shape"));
        default -> {}
      }
    }
    Shape found = shape;
    return ElementType.of(code)
        .<ValueType>map(type ->
            sparse
                ? new ValueType.OfSparseTensor(type, found)
                : new ValueType.OfTensor(type, found))
        .orElse(new ValueType.Unspecified());
  }

  private static Shape shape(Bytes message, Trail trail) throws OnnxFormatException {
    WireReader reader = new WireReader(message, trail);
    List<Dimension> dims = new ArrayList<>();
    while (reader.next()) {
      if (reader.field() == FIRST) {
        dims.add(dimension(reader.bytes(), trail.down("dim", dims.size())));
      }
    }
    return new Shape.Ranked(dims);
  }

  private static Dimension dimension(Bytes message, Trail trail) throws OnnxFormatException {
    WireReader reader = new WireReader(message, trail);
    Dimension dimension = new Dimension.Unknown();
    while (reader.next()) {
      switch (reader.field()) {
        case FIRST -> dimension = new Dimension.Fixed(reader.integer());
        case SECOND -> dimension = new Dimension.Named(reader.name());
        default -> {}
      }
    }
    return dimension;
  }

  private static ValueType element(WireReader field, String what, int number)
      throws OnnxFormatException {
    WireReader reader = new WireReader(field.bytes(), field.trail().down(what));
    ValueType element = new ValueType.Unspecified();
    while (reader.next()) {
      if (reader.field() == number) {
        element = read(reader.bytes(), reader.trail().down("elem_type"));
      }
    }
    return element;
  }

  private static ValueType map(WireReader field) throws OnnxFormatException {
    ValueType value = element(field, "map", SECOND);
    WireReader reader = new WireReader(field.bytes(), field.trail().down("map"));
    long key = 0;
    while (reader.next()) {
      if (reader.field() == FIRST) {
        key = reader.integer();
      }
    }
    return ElementType.of(key)
        .<ValueType>map(type -> new ValueType.OfMap(type, value))
        .orElse(new ValueType.Unspecified());
  }

  static Bytes write(ValueType type) {
    WireWriter writer = new WireWriter();
    switch (type) {
      case ValueType.OfTensor tensor ->
          writer.bytes(TENSOR, tensor(tensor.element(), tensor.shape()));
      case ValueType.OfSparseTensor tensor ->
          writer.bytes(SPARSE, tensor(tensor.element(), tensor.shape()));
      case ValueType.OfSequence sequence ->
          writer.bytes(
              SEQUENCE, new WireWriter().bytes(FIRST, write(sequence.element())).message());
      case ValueType.OfOptional optional ->
          writer.bytes(
              OPTIONAL, new WireWriter().bytes(FIRST, write(optional.element())).message());
      case ValueType.OfMap map ->
          writer.bytes(
              MAP,
              new WireWriter()
                  .integer(FIRST, map.key().code())
                  .bytes(SECOND, write(map.value()))
                  .message());
      case ValueType.Unspecified unspecified -> {}
    }
    return writer.message();
  }

  private static Bytes tensor(ElementType element, Shape shape) {
    WireWriter writer = new WireWriter().integer(FIRST, element.code());
    if (shape instanceof Shape.Ranked ranked) {
      WireWriter dims = new WireWriter();
      ranked.dims().forEach(dim -> dims.bytes(FIRST, write(dim)));
      writer.bytes(SECOND, dims.message());
    }
    return writer.message();
  }

  private static Bytes write(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Fixed fixed -> new WireWriter().integer(FIRST, fixed.size()).message();
      case Dimension.Named named -> new WireWriter().text(SECOND, named.name()).message();
      case Dimension.Unknown unknown -> Bytes.EMPTY;
    };
  }
}
