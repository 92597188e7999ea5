// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.tensor.ElementType;

/** What kind of value flows along an edge of a graph. */
public sealed interface ValueType {

  /** A tensor. */
  record OfTensor(ElementType element, Shape shape) implements ValueType {
    @Override
    public String toString() {
      return element + " " + shape;
    }
  }

  /** A sparse tensor. */
  record OfSparseTensor(ElementType element, Shape shape) implements ValueType {
    @Override
    public String toString() {
      return "sparse " + element + " " + shape;
    }
  }

  /** A sequence of values of one type. */
  record OfSequence(ValueType element) implements ValueType {
    @Override
    public String toString() {
      return "sequence of " + element;
    }
  }

  /** A map from keys to values of one type. */
  record OfMap(ElementType key, ValueType value) implements ValueType {
    @Override
    public String toString() {
      return "map from " + key + " to " + value;
    }
  }

  /** A value that may be absent. */
  record OfOptional(ValueType element) implements ValueType {
    @Override
    public String toString() {
      return "optional " + element;
    }
  }

  /** A type that the file leaves open, or that ONNX does not describe. */
  record Unspecified() implements ValueType {
    @Override
    public String toString() {
      return "unspecified";
    }
  }
}
