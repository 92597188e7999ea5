// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.evaluator.Evaluator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One operator of some version with all that it is given, in front of a random linear loss. */
final class Trial {
  static final String RESULT = "z";
  static final String WEIGHTS = "r";

  /** Random numbers that the operator is differentiated by. */
  record Numbers(List<Long> dims, float[] values) {}

  private final Draw draw;
  private final String operator;
  private final long opset;
  private final List<String> inputs = new ArrayList<>();
  private final Map<String, Numbers> feed = new LinkedHashMap<>();
  private final List<Tensor> constants = new ArrayList<>();
  private final List<Attribute> attributes = new ArrayList<>();
  private int outputs = 1;
  private boolean castsBack;

  Trial(Draw draw, String operator, long opset) {
    this.draw = draw;
    this.operator = operator;
    this.opset = opset;
  }

  long opset() {
    return opset;
  }

  /** An input between -2 and 2. */
  Trial in(List<Long> dims) {
    return in(-2, 2, dims);
  }

  Trial in(double low, double high, List<Long> dims) {
    String name = "in" + inputs.size();
    feed.put(name, new Numbers(dims, draw.numbers(low, high, dims)));
    inputs.add(name);
    return this;
  }

  /** An input that is not differentiated by. */
  Trial constant(Tensor tensor) {
    constants.add(tensor);
    inputs.add(tensor.name());
    return this;
  }

  Trial integers(String name, List<Long> values) {
    long[] numbers = values.stream().mapToLong(Long::longValue).toArray();
    return constant(Tensor.ofLongs(name, List.of((long) numbers.length), numbers));
  }

  /** Integers that are an attribute before a version, and an input from it on. */
  Trial integers(String name, List<Long> values, int firstAsInput) {
    return opset < firstAsInput ? with(name, values) : integers(name, values);
  }

  Trial absent() {
    inputs.add("");
    return this;
  }

  Trial with(Attribute attribute) {
    attributes.add(attribute);
    return this;
  }

  Trial with(String attribute, long value) {
    return with(Attribute.of(attribute, value));
  }

  Trial with(String attribute, List<Long> values) {
    return with(Attribute.ofInts(attribute, values));
  }

  Trial outputs(int count) {
    outputs = count;
    return this;
  }

  /** The result has another type, and is made what the input was. */
  Trial castingBack() {
    castsBack = true;
    return this;
  }

  Map<String, Numbers> feed() {
    return feed;
  }

  private List<String> results() {
    return IntStream.range(0, outputs).mapToObj(i -> "y" + i).toList();
  }

  /** The model for inputs of a type, whose result is the sum of all outputs times weights. */
  OnnxModel model(ElementType type) {
    GraphEdit edit = Graph.named(operator).edit();
    feed.keySet().forEach(name -> edit.addInput(value(name, type)));
    edit.addInput(value(WEIGHTS, type));
    Node node = Node.of(operator, inputs, results());
    for (Attribute attribute : attributes) {
      node = node.with(attribute);
    }
    constants.forEach(edit::add);
    edit.add(node);
    edit.add(Tensor.ofLongs("row", List.of(1L), -1));
    List<String> rows = new ArrayList<>();
    for (String result : results()) {
      String typed = castsBack ? result + "typed" : result;
      if (castsBack) {
        Attribute to = Attribute.of("to", type.code());
        edit.add(Node.of("Cast", List.of(result), List.of(typed)).with(to));
      }
      rows.add(result + "row");
      edit.add(Node.of("Reshape", List.of(typed, "row"), List.of(result + "row")));
    }
    edit.add(Node.of("Concat", rows, List.of("all")).with(Attribute.of("axis", 0)));
    edit.add(Node.of("Mul", List.of("all", WEIGHTS), List.of(RESULT)));
    edit.addOutput(new Value(RESULT, new ValueType.Unspecified()));
    return OnnxModel.of(opset < 21 ? 8 : 10, List.of(new Opset("", opset)), edit.apply());
  }

  private static Value value(String name, ElementType type) {
    return new Value(name, new ValueType.OfTensor(type, new Shape.Unranked()));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(operator + " of version " + opset);
    feed.forEach((name, numbers) -> text.append(' ').append(numbers.dims()));
    constants.forEach(tensor -> text.append(' ').append(tensor).append(numbers(tensor)));
    attributes.forEach(attribute ->
        text.append(' ').append(attribute).append('=').append(words(attribute.value())));
    return text.toString();
  }

  private static String numbers(Tensor tensor) {
    try {
      return Arrays.toString(Evaluator.grid(tensor).values());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String words(AttributeValue value) {
    return value instanceof AttributeValue.OfText text ? text.text() : value.toString();
  }
}
