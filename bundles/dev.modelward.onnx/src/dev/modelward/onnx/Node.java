// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.wire.Children;
import dev.modelward.onnx.wire.Splice;
import dev.modelward.onnx.wire.WireReader;
import dev.modelward.onnx.wire.WireWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One step of a graph: an operator with named inputs, outputs and attributes. */
public final class Node {
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int NAME = 3;
  private static final int OP_TYPE = 4;
  private static final int ATTRIBUTE = 5;
  private static final int DOMAIN = 7;

  private final Bytes message;
  private final List<String> inputs = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private final Children<Attribute> attributes = new Children<>();
  private String name = "";
  private String operator = "";
  private String domain = "";

  private Node(Bytes message) {
    this.message = message;
  }

  static Node read(Bytes message, Trail trail) throws OnnxFormatException {
    Node node = new Node(message);
    WireReader reader = new WireReader(message, trail);
    while (reader.next()) {
      node.field(reader);
    }
    return node;
  }

  private void field(WireReader reader) throws OnnxFormatException {
    switch (reader.field()) {
      case INPUT -> inputs.add(reader.name());
      case OUTPUT -> outputs.add(reader.name());
      case NAME -> name = reader.name();
      case OP_TYPE -> operator = reader.name();
      case DOMAIN -> domain = "ai.onnx".equals(reader.name()) ? "" : reader.name();
      case ATTRIBUTE -> {
        Trail trail = reader.trail().down("attribute", attributes.size());
        attributes.add(Attribute.read(reader.bytes(), trail), reader.span());
      }
      default -> {}
    }
  }

  /** A node of the standard domain, without a name or attributes. */
  public static Node of(String operator, List<String> inputs, List<String> outputs) {
    WireWriter writer = new WireWriter();
    inputs.forEach(input -> writer.name(INPUT, input));
    outputs.forEach(output -> writer.name(OUTPUT, output));
    return made(writer.text(OP_TYPE, operator).message());
  }

  /** The name; often empty. */
  public String name() {
    return name;
  }

  /** The operator, as in {@code Conv}. */
  public String operator() {
    return operator;
  }

  /** The domain of the operator; empty for the standard one. */
  public String domain() {
    return domain;
  }

  /** The names of the values that go in; an empty name is an optional input left out. */
  public List<String> inputs() {
    return Collections.unmodifiableList(inputs);
  }

  /** The names of the values that come out; an empty name is an optional output left out. */
  public List<String> outputs() {
    return Collections.unmodifiableList(outputs);
  }

  /** The attributes, in the order of the file. */
  public List<Attribute> attributes() {
    return attributes.values();
  }

  /** The value of the attribute of a name. */
  public Optional<AttributeValue> attribute(String attribute) {
    return attributes().stream()
        .filter(found -> found.name().equals(attribute))
        .map(Attribute::value)
        .findFirst();
  }

  /** An attribute that is an integer, or what stands for it where it is not given. */
  public long integer(String attribute, long otherwise) {
    return attribute(attribute)
        .filter(AttributeValue.OfInt.class::isInstance)
        .map(value -> ((AttributeValue.OfInt) value).value())
        .orElse(otherwise);
  }

  /** An attribute of several integers; empty where it is not given. */
  public List<Long> integers(String attribute) {
    return attribute(attribute)
        .filter(AttributeValue.OfMany.class::isInstance)
        .map(value -> ((AttributeValue.OfMany) value).values())
        .orElse(List.of())
        .stream()
        .filter(AttributeValue.OfInt.class::isInstance)
        .map(value -> ((AttributeValue.OfInt) value).value())
        .toList();
  }

  /** Whether this is a standard operator of a name. */
  public boolean is(String standardOperator) {
    return domain.isEmpty() && operator.equals(standardOperator);
  }

  /** The name to show: the node's own, or else that of its first output. */
  public String label() {
    return !name.isEmpty() ? name : outputs.isEmpty() ? operator : outputs.get(0);
  }

  /** This node under a name. */
  public Node named(String newName) {
    return withText(NAME, newName);
  }

  /** This node with an operator of another domain. */
  public Node inDomain(String newDomain) {
    return withText(DOMAIN, newDomain);
  }

  /** This node with other values that go in; an empty name leaves one out. */
  public Node reading(List<String> newInputs) {
    Splice splice = new Splice(message);
    Fields.find(message, INPUT).forEach(splice::remove);
    WireWriter writer = new WireWriter();
    newInputs.forEach(input -> writer.name(INPUT, input));
    return made(splice.append(writer.message()).apply());
  }

  private Node withText(int field, String text) {
    Splice splice = new Splice(message);
    Fields.find(message, field).forEach(splice::remove);
    return made(splice.append(new WireWriter().text(field, text).message()).apply());
  }

  /** This node with an attribute, in place of the one of the same name if there is one. */
  public Node with(Attribute attribute) {
    Splice splice = new Splice(message);
    int old = attributes().stream().map(Attribute::name).toList().indexOf(attribute.name());
    if (old >= 0) {
      splice.replace(ATTRIBUTE, attributes.span(old), attribute.message());
    } else {
      splice.append(new WireWriter().bytes(ATTRIBUTE, attribute.message()).message());
    }
    return made(splice.apply());
  }

  /** The message as it stands in a file. */
  public Bytes message() {
    return message;
  }

  @Override
  public String toString() {
    return operator + " " + label();
  }

  private static Node made(Bytes message) {
    try {
      return read(message, Trail.of(new Source.OfMemory("node")));
    } catch (OnnxFormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
