// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.tensor.SparseTensor;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.onnx.wire.Packed;
import dev.modelward.onnx.wire.WireReader;
import java.nio.ByteBuffer;
import java.util.List;

/** The field numbers of {@code AttributeProto}, and how each kind of value is read. */
final class AttributeFields {
  static final int NAME = 1;
  static final int FLOAT = 2;
  static final int INT = 3;
  static final int TEXT = 4;
  static final int TENSOR = 5;
  static final int GRAPH = 6;
  static final int FLOATS = 7;
  static final int INTS = 8;
  static final int TEXTS = 9;
  static final int TENSORS = 10;
  static final int GRAPHS = 11;
  static final int TYPE_VALUE = 14;
  static final int TYPE_VALUES = 15;
  static final int TYPE = 20;
  static final int REFERENCE = 21;
  static final int SPARSE = 22;
  static final int SPARSES = 23;

  /** The field that holds the value, by the number of the attribute's declared type. */
  private static final List<Integer> FIELD_OF_TYPE =
      List.of(
          0,
          FLOAT,
          INT,
          TEXT,
          TENSOR,
          GRAPH,
          FLOATS,
          INTS,
          TEXTS,
          TENSORS,
          GRAPHS,
          SPARSE,
          SPARSES,
          TYPE_VALUE,
          TYPE_VALUES);

  private AttributeFields() {}

  /** The field of a declared type; 0 for none, as files before IR version 2 have. */
  static int fieldOf(long type, WireReader reader) throws OnnxFormatException {
    if (type < 0 || type >= FIELD_OF_TYPE.size()) {
      throw reader.wrong("a known attribute type", "type " + type);
    }
    return FIELD_OF_TYPE.get((int) type);
  }

  /** The declared type whose values stand in a field. */
  static int typeOf(int field) {
    return FIELD_OF_TYPE.indexOf(field);
  }

  static boolean isValue(int field) {
    return field != 0 && FIELD_OF_TYPE.contains(field);
  }

  static boolean isMany(int field) {
    return switch (field) {
      case FLOATS, INTS, TEXTS, TENSORS, GRAPHS, SPARSES, TYPE_VALUES -> true;
      default -> false;
    };
  }

  /** Adds the value, or values, of the current field. */
  static void read(WireReader field, List<AttributeValue> values) throws OnnxFormatException {
    switch (field.field()) {
      case FLOAT -> values.add(new AttributeValue.OfFloat(field.float32()));
      case FLOATS -> floats(field.fixed(Float.BYTES), values);
      case INT, INTS -> Packed.integers(field, v -> values.add(new AttributeValue.OfInt(v)));
      case TEXT, TEXTS -> values.add(new AttributeValue.OfText(field.bytes()));
      case TENSOR, TENSORS ->
          values.add(
              new AttributeValue.OfTensor(Tensor.read(field.bytes(), field.trail().down("t"))));
      case GRAPH, GRAPHS ->
          values.add(
              new AttributeValue.OfGraph(Graph.read(field.bytes(), field.trail().down("g"))));
      case SPARSE, SPARSES ->
          values.add(
              new AttributeValue.OfSparseTensor(
                  SparseTensor.read(field.bytes(), field.trail().down("sparse_tensor"))));
      default ->
          values.add(
              new AttributeValue.OfType(TypeMessage.read(field.bytes(), field.trail().down("tp"))));
    }
  }

  private static void floats(Bytes packed, List<AttributeValue> values) {
    ByteBuffer numbers = packed.buffer();
    while (numbers.hasRemaining()) {
      values.add(new AttributeValue.OfFloat(numbers.getFloat()));
    }
  }
}
