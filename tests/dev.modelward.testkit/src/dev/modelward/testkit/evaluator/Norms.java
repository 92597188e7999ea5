// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Normalizations, and the soft maximum. */
final class Norms {
  static final Map<String, Operator> ALL =
      Map.of(
          "BatchNormalization", Norms::batch,
          "InstanceNormalization", Operator.one(Norms::instance),
          "GroupNormalization", Operator.one(Norms::group),
          "LayerNormalization", Norms::layer,
          "Softmax", Operator.one(call -> softmax(call)),
          "LogSoftmax", Operator.one(call -> softmax(call).map(Math::log)));

  private static final double EPSILON = 1e-5f;

  private Norms() {}

  static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  /** A number for each channel, to be repeated over images. */
  static Grid perChannel(Grid vector, Grid like) {
    int[] sizes = new int[like.rank()];
    Arrays.fill(sizes, 1);
    sizes[1] = vector.values().length;
    return vector.reshaped(sizes);
  }

  private static Grid deviation(Grid variance, Call call) {
    double epsilon = call.number("epsilon", EPSILON);
    return variance.map(x -> Math.sqrt(x + epsilon));
  }

  private static Grid variance(Grid grid, int... axes) {
    Grid centred = grid.with(Reductions.mean(grid, axes), (a, b) -> a - b);
    return Reductions.mean(centred.map(x -> x * x), axes);
  }

  private static Grid scaled(Grid normal, Grid scale, Grid bias) {
    return normal.with(scale, (a, b) -> a * b).with(bias, Double::sum);
  }

  private static Grid normal(Grid grid, Grid mean, Grid deviation) {
    return grid.with(mean, (a, b) -> a - b).with(deviation, (a, b) -> a / b);
  }

  private static List<Grid> batch(Call call) {
    Grid in = call.in(0);
    Grid mean = call.in(3);
    Grid variance = call.in(4);
    boolean training = call.integer("training_mode", 0) == 1;
    if (training) {
      int[] axes = IntStream.range(0, in.rank()).filter(axis -> axis != 1).toArray();
      mean = Reductions.mean(in, axes).reshaped(in.size(1));
      variance = variance(in, axes).reshaped(in.size(1));
    }
    Grid normal = normal(in, perChannel(mean, in), deviation(perChannel(variance, in), call));
    Grid out = scaled(normal, perChannel(call.in(1), in), perChannel(call.in(2), in));
    double momentum = call.number("momentum", 0.9f);
    Grid newMean = call.in(3).with(mean, (a, b) -> momentum * a + (1 - momentum) * b);
    Grid newVariance = call.in(4).with(variance, (a, b) -> momentum * a + (1 - momentum) * b);
    return training ? List.of(out, newMean, newVariance) : List.of(out);
  }

  private static Grid instance(Call call) {
    Grid in = call.in(0);
    int[] axes = range(2, in.rank());
    Grid normal = normal(in, Reductions.mean(in, axes), deviation(variance(in, axes), call));
    return scaled(normal, perChannel(call.in(1), in), perChannel(call.in(2), in));
  }

  /** Before version 21 scale and bias are given for each group, from then on for each channel. */
  private static Grid group(Call call) {
    Grid in = call.in(0);
    int groups = call.integer("num_groups", 1);
    int inGroup = in.values().length / Math.max(1, in.size(0) * groups);
    Grid grouped = in.reshaped(in.size(0), groups, inGroup);
    Grid normal =
        normal(grouped, Reductions.mean(grouped, 2), deviation(variance(grouped, 2), call));
    Grid like = call.opset() < 21 ? normal : normal.reshaped(in.sizes());
    return scaled(like, perChannel(call.in(1), like), perChannel(call.in(2), like))
        .reshaped(in.sizes());
  }

  private static List<Grid> layer(Call call) {
    Grid in = call.in(0);
    int[] axes = range(in.axis(call.integer("axis", -1)), in.rank());
    Grid mean = Reductions.mean(in, axes);
    Grid deviation = deviation(variance(in, axes), call);
    Grid normal = normal(in, mean, deviation);
    return List.of(scaled(normal, call.in(1), call.in(2, 0)), mean, deviation.map(x -> 1 / x));
  }

  /** Before version 13 the input is flattened to a matrix, and a row is what adds up to one. */
  private static Grid softmax(Call call) {
    Grid in = call.in(0);
    boolean flattens = call.opset() < 13;
    int axis = in.axis(call.integer("axis", flattens ? 1 : -1));
    int[] axes = range(axis, flattens ? in.rank() : axis + 1);
    Grid powers = in.with(Reductions.max(in, axes), (a, b) -> Math.exp(a - b));
    return powers.with(Reductions.sum(powers, axes), (a, b) -> a / b);
  }
}
