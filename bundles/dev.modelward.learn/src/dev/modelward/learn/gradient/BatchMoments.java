// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.emit.Constants;
import dev.modelward.learn.emit.Dims;
import dev.modelward.learn.emit.Term;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that compute the mean and variance of each channel over a batch, of any number of
 * directions: a view of samples, channels and places is made first.
 */
final class BatchMoments {
  /** From this version on the axes of a mean are an input. */
  private static final int FIRST_WITH_AXES_INPUT = 18;

  private static final List<Long> AXES = List.of(0L, 2L);

  private final GraphEdit edit;
  private final int before;
  private final String prefix;

  /** Writes nodes before one of a graph, under names that begin with a prefix. */
  BatchMoments(GraphEdit edit, int before, String prefix) {
    this.edit = edit;
    this.before = before;
    this.prefix = prefix;
  }

  /** The names of what was written: one number for each channel. */
  record Written(String mean, String variance, String unbiasedVariance) {}

  /**
   * The view of samples, channels and places, less its mean, where the mean and variance of a batch
   * norm are found to be those of its own input.
   */
  static Optional<Term> centred(Site norm) {
    Optional<Node> variance = vector(norm, 4);
    Optional<Node> squares = variance.flatMap(node -> norm.producer(node, 0, "Mul"));
    Optional<Node> centred = squares.flatMap(node -> norm.producer(node, 0, "Sub"));
    Optional<Node> mean = vector(norm, 3);
    Optional<Node> rows = mean.flatMap(node -> norm.producer(node, 0, "Reshape"));
    boolean found =
        centred.isPresent()
            && rows.isPresent()
            && squares.orElseThrow().inputs().stream().distinct().count() == 1
            && rows.orElseThrow().inputs().get(0).equals(norm.in(0).name())
            && centred
                .orElseThrow()
                .inputs()
                .equals(List.of(output(rows.orElseThrow()), output(mean.orElseThrow())));
    return centred.filter(node -> found).map(node -> norm.term(output(node)));
  }

  private static String output(Node node) {
    return node.outputs().get(0);
  }

  /** The node that reduces rows to the vector that a batch norm is given. */
  private static Optional<Node> vector(Site norm, int input) {
    List<Long> dims = Dims.of(1, norm.in(input).elements(), 1);
    return norm.producer(norm.node(), input, "Reshape")
        .flatMap(node -> norm.producer(node, 0, "ReduceMean"))
        .filter(node -> norm.term(output(node)).dims().equals(dims))
        .filter(node -> norm.term(node.inputs().get(0)).rank() == dims.size());
  }

  /** Writes the moments of a value, given a vector that has its type and channels. */
  Written write(String value, Tensor like, long opset) {
    long channels = like.elements();
    String rows = node("Reshape", "rows", value, longs("sizes", 0, channels, -1));
    String mean = mean("row_mean", rows, opset);
    String centred = node("Sub", "centred", rows, mean);
    String variance = mean("row_variance", node("Mul", "squares", centred, centred), opset);
    String vector = longs("vector", channels);
    String biased = node("Reshape", "variance", variance, vector);
    return new Written(
        node("Reshape", "mean", mean, vector),
        biased,
        node("Mul", "unbiased_variance", biased, correction(rows, like)));
  }

  private String mean(String suffix, String rows, long opset) {
    boolean input = opset >= FIRST_WITH_AXES_INPUT;
    List<String> inputs = input ? List.of(rows, longs("axes_of_" + suffix, 0, 2)) : List.of(rows);
    Node mean = Node.of("ReduceMean", inputs, List.of(prefix + suffix));
    return add(input ? mean : mean.with(Attribute.ofInts("axes", AXES)));
  }

  /** n/(n-1), n being the numbers of one channel: all numbers over all but one of each channel. */
  private String correction(String rows, Tensor like) {
    String size = node("Size", "size", rows);
    Node cast = Node.of("Cast", List.of(size), List.of(prefix + "count"));
    String count = add(cast.with(Attribute.of("to", like.type().code())));
    String others = node("Sub", "others", count, number("channels", like.type(), like.elements()));
    String atLeastOne = node("Max", "divisor", others, number("one", like.type(), 1));
    return node("Div", "correction", count, atLeastOne);
  }

  private String node(String operator, String suffix, String... inputs) {
    return add(Node.of(operator, List.of(inputs), List.of(prefix + suffix)));
  }

  private String add(Node node) {
    edit.insertNode(before, node);
    return node.outputs().get(0);
  }

  private String longs(String suffix, long... values) {
    edit.add(Tensor.ofLongs(prefix + suffix, List.of((long) values.length), values));
    return prefix + suffix;
  }

  private String number(String suffix, ElementType type, double value) {
    edit.add(Constants.of(prefix + suffix, type, List.of(), value));
    return prefix + suffix;
  }
}
