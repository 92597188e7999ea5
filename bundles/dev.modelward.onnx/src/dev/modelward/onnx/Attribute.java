// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.onnx.wire.Span;
import dev.modelward.onnx.wire.Splice;
import dev.modelward.onnx.wire.WireReader;
import dev.modelward.onnx.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;

/** A named setting of a node. */
public record Attribute(String name, AttributeValue value, Bytes message) {

  static Attribute read(Bytes message, Trail trail) throws OnnxFormatException {
    WireReader reader = new WireReader(message, trail);
    String name = "";
    String reference = "";
    long type = 0;
    int present = 0;
    while (reader.next()) {
      switch (reader.field()) {
        case AttributeFields.NAME -> name = reader.name();
        case AttributeFields.REFERENCE -> reference = reader.name();
        case AttributeFields.TYPE -> type = reader.integer();
        default -> present = AttributeFields.isValue(reader.field()) ? reader.field() : present;
      }
    }
    if (!reference.isEmpty()) {
      return new Attribute(name, new AttributeValue.Reference(reference), message);
    }
    int declared = AttributeFields.fieldOf(type, reader);
    return new Attribute(name, value(reader, declared == 0 ? present : declared), message);
  }

  private static AttributeValue value(WireReader reader, int field) throws OnnxFormatException {
    WireReader again = reader.restarted();
    List<AttributeValue> values = new ArrayList<>();
    while (again.next()) {
      if (again.field() == field) {
        AttributeFields.read(again, values);
      }
    }
    if (AttributeFields.isMany(field)) {
      return new AttributeValue.OfMany(values);
    }
    return values.isEmpty() ? zero(reader, field) : values.getLast();
  }

  /** Protobuf leaves a number out when it is zero, and a text when it is empty. */
  private static AttributeValue zero(WireReader reader, int field) throws OnnxFormatException {
    return switch (field) {
      case AttributeFields.FLOAT -> new AttributeValue.OfFloat(0);
      case AttributeFields.INT -> new AttributeValue.OfInt(0);
      case AttributeFields.TEXT -> new AttributeValue.OfText(Bytes.EMPTY);
      case 0 -> new AttributeValue.OfMany(List.of());
      default -> throw reader.wrong("the value of attribute field " + field, "none");
    };
  }

  /** An integer attribute. */
  public static Attribute of(String name, long value) {
    return new Attribute(
        name,
        new AttributeValue.OfInt(value),
        message(name, AttributeFields.INT, new WireWriter().integer(AttributeFields.INT, value)));
  }

  /** A number attribute. */
  public static Attribute of(String name, float value) {
    return new Attribute(
        name,
        new AttributeValue.OfFloat(value),
        message(
            name, AttributeFields.FLOAT, new WireWriter().float32(AttributeFields.FLOAT, value)));
  }

  /** A text attribute. */
  public static Attribute of(String name, String value) {
    return new Attribute(
        name,
        new AttributeValue.OfText(Bytes.of(value)),
        message(name, AttributeFields.TEXT, new WireWriter().name(AttributeFields.TEXT, value)));
  }

  /** A tensor attribute. */
  public static Attribute of(String name, Tensor value) {
    WireWriter writer = new WireWriter().bytes(AttributeFields.TENSOR, value.message());
    return new Attribute(
        name, new AttributeValue.OfTensor(value), message(name, AttributeFields.TENSOR, writer));
  }

  /** A graph attribute. */
  public static Attribute of(String name, Graph value) {
    WireWriter writer = new WireWriter().bytes(AttributeFields.GRAPH, value.message());
    return new Attribute(
        name, new AttributeValue.OfGraph(value), message(name, AttributeFields.GRAPH, writer));
  }

  /** An attribute of several integers. */
  public static Attribute ofInts(String name, List<Long> values) {
    WireWriter writer = new WireWriter();
    values.forEach(value -> writer.integer(AttributeFields.INTS, value));
    List<AttributeValue> each = new ArrayList<>();
    values.forEach(value -> each.add(new AttributeValue.OfInt(value)));
    return new Attribute(
        name, new AttributeValue.OfMany(each), message(name, AttributeFields.INTS, writer));
  }

  private static Bytes message(String name, int field, WireWriter value) {
    WireWriter head = new WireWriter().text(AttributeFields.NAME, name);
    WireWriter tail = new WireWriter().integer(AttributeFields.TYPE, AttributeFields.typeOf(field));
    return Bytes.join(List.of(head.message(), value.message(), tail.message()));
  }

  /** This attribute with another tensor, every other field as it was. */
  public Attribute with(Tensor tensor) {
    Bytes changed = replaced(AttributeFields.TENSOR, tensor.message());
    return new Attribute(name, new AttributeValue.OfTensor(tensor), changed);
  }

  /** This attribute with another graph, every other field as it was. */
  public Attribute with(Graph graph) {
    Bytes changed = replaced(AttributeFields.GRAPH, graph.message());
    return new Attribute(name, new AttributeValue.OfGraph(graph), changed);
  }

  private Bytes replaced(int field, Bytes payload) {
    List<Span> places = Fields.find(message, field);
    if (places.isEmpty()) {
      throw new IllegalArgumentException(
          "expected attribute %s to have field %d, found %s".formatted(name, field, value));
    }
    return new Splice(message).replace(field, places.getLast(), payload).apply();
  }

  @Override
  public String toString() {
    return name;
  }
}
