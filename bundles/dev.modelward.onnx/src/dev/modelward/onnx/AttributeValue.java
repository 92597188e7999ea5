// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.SparseTensor;
import dev.modelward.onnx.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an attribute of a node holds. */
public sealed interface AttributeValue {

  /** A number. */
  record OfFloat(float value) implements AttributeValue {}

  /** An integer. */
  record OfInt(long value) implements AttributeValue {}

  /** A text, in the bytes that stand in the file. */
  record OfText(Bytes bytes) implements AttributeValue {
    /** The text, read as UTF-8. */
    public String text() {
      return StandardCharsets.UTF_8.decode(bytes.buffer()).toString();
    }
  }

  /** A tensor. */
  record OfTensor(Tensor value) implements AttributeValue {}

  /** A sparse tensor. */
  record OfSparseTensor(SparseTensor value) implements AttributeValue {}

  /** A graph of its own, as a branch or a loop has. */
  record OfGraph(Graph value) implements AttributeValue {}

  /** A type. */
  record OfType(ValueType value) implements AttributeValue {}

  /** Several values of one kind. */
  record OfMany(List<AttributeValue> values) implements AttributeValue {
    /** Keeps its own copy. */
    public OfMany {
      values = List.copyOf(values);
    }
  }

  /** The value that the caller of a function gives its attribute of this name. */
  record Reference(String name) implements AttributeValue {}
}
