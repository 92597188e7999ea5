// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.learn.run.Observed;
import dev.modelward.onnx.AttributeValue;
import dev.modelward.onnx.Node;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One node in the backward pass: what went in and out, and the gradients that arrive and leave. */
final class Site {
  private final Node node;
  private final Backward backward;

  Site(Node node, Backward backward) {
    this.node = node;
    this.backward = backward;
  }

  Node node() {
    return node;
  }

  Emitter emit() {
    return backward.emit();
  }

  int inputs() {
    return node.inputs().size();
  }

  /** Whether an input is given at all. */
  boolean has(int input) {
    return input < inputs() && !node.inputs().get(input).isEmpty();
  }

  /** Whether somebody needs the gradient of an input. */
  boolean wants(int input) {
    return has(input) && backward.needs(node.inputs().get(input));
  }

  Term in(int input) {
    return backward.term(node.inputs().get(input));
  }

  /** Any value of the graph. */
  Term term(String value) {
    return backward.term(value);
  }

  /** The node of an operator that makes an input of this node or of another one. */
  Optional<Node> producer(Node reader, int input, String operator) {
    return backward.producer(reader.inputs().get(input)).filter(made -> made.is(operator));
  }

  /** Whether the gradient of an input is wanted for itself, and not only to be handed on. */
  boolean isWanted(int input) {
    return backward.isWanted(node.inputs().get(input));
  }

  Term out(int output) {
    return backward.term(node.outputs().get(output));
  }

  /** The gradient of the only output. */
  Term gradient() {
    return gradient(0);
  }

  /** The gradient of an output; zeros where none has arrived. */
  Term gradient(int output) {
    Term value = out(output);
    Optional<Term> arrived = backward.gradient(value.name());
    return arrived.orElseGet(() -> emit().expand(emit().constant(value.type(), 0), value.dims()));
  }

  /** Hands the gradient of an input on. */
  void give(int input, Term gradient) {
    Term value = in(input);
    if (!value.dims().equals(gradient.dims())) {
      throw new IllegalStateException(
          "expected a gradient of %s for input %d of %s, found %s"
              .formatted(value.dims(), input, node, gradient.dims()));
    }
    backward.add(value.name(), gradient);
  }

  /** Hands the gradient of an input on, summed where the input was repeated. */
  void giveSummed(int input, Term gradient) {
    give(input, emit().sumTo(gradient, in(input).dims()));
  }

  /** The integers that an input was seen to be, such as a shape or axes. */
  List<Long> integers(int input) {
    return backward.observed(node.inputs().get(input)).map(Observed::integers).orElse(List.of());
  }

  /** The numbers that an input was seen to be; none if it is not given. */
  Optional<List<Double>> numbers(int input) {
    return has(input)
        ? backward.observed(node.inputs().get(input)).map(Observed::numbers)
        : Optional.empty();
  }

  long integer(String attribute, long otherwise) {
    return node.integer(attribute, otherwise);
  }

  double number(String attribute, double otherwise) {
    return node.attribute(attribute)
        .filter(AttributeValue.OfFloat.class::isInstance)
        .map(value -> (double) ((AttributeValue.OfFloat) value).value())
        .orElse(otherwise);
  }

  String text(String attribute, String otherwise) {
    return node.attribute(attribute)
        .filter(AttributeValue.OfText.class::isInstance)
        .map(value -> ((AttributeValue.OfText) value).text())
        .orElse(otherwise);
  }

  /** An attribute of several integers; empty if it is not given. */
  List<Long> integers(String attribute) {
    return node.integers(attribute);
  }

  /** An attribute of several integers that is all the same where it is not given. */
  List<Long> integers(String attribute, int count, long otherwise) {
    List<Long> given = integers(attribute);
    return given.isEmpty() ? Collections.nCopies(count, otherwise) : given;
  }

  /** The integers of an input where it is one, and of the attribute in older versions. */
  List<Long> integers(String attribute, int input) {
    return has(input) ? integers(input) : integers(attribute);
  }
}
