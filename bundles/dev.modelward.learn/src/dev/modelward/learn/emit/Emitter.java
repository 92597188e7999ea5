// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.emit;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Writes standard operators, in the form that one operator set version gives them. */
public final class Emitter {
  private final long opset;
  private final String prefix;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Tensor> constants = new ArrayList<>();
  private final Map<List<Object>, Term> known = new HashMap<>();
  private String purpose = "";

  /** Writes for a version, under names that begin with a prefix. */
  public Emitter(long opset, String prefix) {
    this.opset = opset;
    this.prefix = prefix;
  }

  public long opset() {
    return opset;
  }

  /** From now on nodes are named for a purpose, so that a profile tells what they are there for. */
  public void writeFor(String newPurpose) {
    purpose = newPurpose + "/";
  }

  /** Adds everything written so far to a graph. */
  public Graph addTo(Graph graph) {
    GraphEdit edit = graph.edit();
    nodes.forEach(edit::add);
    constants.forEach(edit::add);
    return edit.apply();
  }

  /** Adds a node of one output, once: asked again for the same, it gives the same term. */
  public Term emit(String operator, List<Term> inputs, Result result, Attribute... attributes) {
    List<Object> key = List.of(operator, inputs, result, settings(attributes));
    return known.computeIfAbsent(key, k -> node(operator, inputs, result, attributes));
  }

  private static List<String> settings(Attribute... attributes) {
    List<String> settings = new ArrayList<>();
    for (Attribute attribute : attributes) {
      settings.add(HexFormat.of().formatHex(attribute.message().toArray()));
    }
    return settings;
  }

  private Term node(String operator, List<Term> inputs, Result result, Attribute... attributes) {
    String name = newName(operator);
    add(operator, inputs, List.of(name), attributes);
    return new Term(name, result.type(), result.dims());
  }

  private String newName(String operator) {
    return prefix + operator + "_" + nodes.size();
  }

  private void add(
      String operator, List<Term> inputs, List<String> outputs, Attribute... attributes) {
    Node node = Node.of(operator, inputs.stream().map(Term::name).toList(), outputs);
    for (Attribute attribute : attributes) {
      node = node.with(attribute);
    }
    nodes.add(node.named(prefix + purpose + operator + "_" + nodes.size()));
  }

  /** Adds a node of which only the second output is of use. */
  public Term second(String operator, Term input, Result result, Attribute... attributes) {
    String first = newName(operator);
    String second = first + "_second";
    add(operator, List.of(input), List.of(first, second), attributes);
    return new Term(second, result.type(), result.dims());
  }

  /** A copy of a term under a name of its own. */
  public Term named(String name, Term term) {
    nodes.add(Node.of("Identity", List.of(term.name()), List.of(name)));
    return new Term(name, term.type(), term.dims());
  }

  /** The type and sizes of what a node gives. */
  public record Result(ElementType type, List<Long> dims) {
    public Result {
      dims = List.copyOf(dims);
    }
  }

  public Term integers(List<Long> values) {
    return known.computeIfAbsent(
        List.of("integers", values),
        key -> {
          String name = prefix + "constant_" + constants.size();
          List<Long> dims = Dims.of(values.size());
          long[] numbers = values.stream().mapToLong(Long::longValue).toArray();
          constants.add(Tensor.ofLongs(name, dims, numbers));
          return new Term(name, ElementType.INT64, dims);
        });
  }

  public Term constant(ElementType type, double value) {
    return known.computeIfAbsent(
        List.of("constant", type, value), key -> constant(type, List.of(), new double[] {value}));
  }

  public Term constant(ElementType type, List<Long> dims, double... values) {
    String name = prefix + "constant_" + constants.size();
    constants.add(Constants.of(name, type, dims, values));
    return new Term(name, type, dims);
  }

  // Arithmetic, with numpy's broadcasting

  public Term add(Term a, Term b) {
    return binary("Add", a, b);
  }

  public Term sub(Term a, Term b) {
    return binary("Sub", a, b);
  }

  public Term mul(Term a, Term b) {
    return binary("Mul", a, b);
  }

  public Term mul(Term a, double b) {
    return b == 1 ? a : mul(a, constant(a.type(), b));
  }

  public Term div(Term a, Term b) {
    return binary("Div", a, b);
  }

  public Term pow(Term a, Term b) {
    return binary("Pow", a, b);
  }

  private Term binary(String operator, Term a, Term b) {
    return emit(operator, List.of(a, b), new Result(a.type(), Dims.broadcast(a.dims(), b.dims())));
  }

  public Term unary(String operator, Term a, Attribute... attributes) {
    return emit(operator, List.of(a), new Result(a.type(), a.dims()), attributes);
  }

  public Term neg(Term a) {
    return unary("Neg", a);
  }

  // Comparisons

  public Term greater(Term a, Term b) {
    return comparison("Greater", a, b);
  }

  public Term less(Term a, Term b) {
    return comparison("Less", a, b);
  }

  /** Equality; before version 11 there is none of floating-point numbers. */
  public Term equal(Term a, Term b) {
    if (opset >= 11) {
      return comparison("Equal", a, b);
    }
    Term differs = comparison("Or", greater(a, b), less(a, b));
    return unary("Not", differs);
  }

  private Term comparison(String operator, Term a, Term b) {
    return emit(
        operator, List.of(a, b), new Result(ElementType.BOOL, Dims.broadcast(a.dims(), b.dims())));
  }

  public Term where(Term condition, Term a, Term b) {
    List<Long> dims = Dims.broadcast(condition.dims(), Dims.broadcast(a.dims(), b.dims()));
    return emit("Where", List.of(condition, a, b), new Result(a.type(), dims));
  }

  /** A term where a condition holds, and zero elsewhere. */
  public Term onlyWhere(Term condition, Term a) {
    return where(condition, a, constant(a.type(), 0));
  }

  public Term cast(Term a, ElementType type) {
    return a.type() == type
        ? a
        : emit("Cast", List.of(a), new Result(type, a.dims()), Attribute.of("to", type.code()));
  }

  // Form

  public Term reshape(Term a, List<Long> dims) {
    return a.dims().equals(dims)
        ? a
        : emit("Reshape", List.of(a, integers(dims)), new Result(a.type(), dims));
  }

  public Term transpose(Term a, List<Long> order) {
    return order.equals(Dims.range(0, a.rank()))
        ? a
        : emit(
            "Transpose",
            List.of(a),
            new Result(a.type(), Dims.permuted(a.dims(), order)),
            Attribute.ofInts("perm", order));
  }

  /** The last two axes swapped. */
  public Term transposeLast(Term a) {
    List<Long> order = new ArrayList<>(Dims.range(0, a.rank()));
    Collections.swap(order, a.rank() - 2, a.rank() - 1);
    return transpose(a, order);
  }

  public Term expand(Term a, List<Long> dims) {
    return a.dims().equals(dims)
        ? a
        : emit("Expand", List.of(a, integers(dims)), new Result(a.type(), dims));
  }

  public Term concat(List<Term> parts, int axis) {
    Term first = parts.get(0);
    long size = parts.stream().mapToLong(part -> part.size(axis)).sum();
    return parts.size() == 1
        ? first
        : emit(
            "Concat",
            parts,
            new Result(first.type(), Dims.with(first.dims(), axis, size)),
            Attribute.of("axis", axis));
  }

  // Sums and products

  public Term reduceSum(Term a, List<Long> axes, boolean keep) {
    if (axes.isEmpty()) {
      return a;
    }
    List<Long> dims = new ArrayList<>();
    for (int i = 0; i < a.rank(); i++) {
      if (!axes.contains((long) i)) {
        dims.add(a.size(i));
      } else if (keep) {
        dims.add(1L);
      }
    }
    Result result = new Result(a.type(), dims);
    Attribute keepdims = Attribute.of("keepdims", keep ? 1 : 0);
    return opset >= 13
        ? emit("ReduceSum", List.of(a, integers(axes)), result, keepdims)
        : emit("ReduceSum", List.of(a), result, Attribute.ofInts("axes", axes), keepdims);
  }

  public Term matMul(Term a, Term b) {
    List<Long> batch =
        Dims.broadcast(a.dims().subList(0, a.rank() - 2), b.dims().subList(0, b.rank() - 2));
    List<Long> dims = Dims.joined(batch, Dims.of(a.size(a.rank() - 2), b.size(b.rank() - 1)));
    return emit("MatMul", List.of(a, b), new Result(a.type(), dims));
  }

  /** A term summed over the axes along which smaller sizes were repeated to become its own. */
  public Term sumTo(Term a, List<Long> dims) {
    List<Long> padded = Dims.padded(dims, a.rank());
    List<Long> axes = new ArrayList<>();
    for (int i = 0; i < a.rank(); i++) {
      if (padded.get(i) == 1 && a.size(i) != 1) {
        axes.add((long) i);
      }
    }
    return reshape(reduceSum(a, axes, true), dims);
  }
}
