// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.testkit.evaluator.Evaluator;
import dev.modelward.testkit.evaluator.Grid;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What ONNX Runtime computes for a trial in one type beside what the evaluator computes in 64-bit
 * floats: the results, and the gradients beside central differences.
 */
final class Comparison {
  private static final double STEP = 1e-5;

  private final Trial trial;
  private final ElementType type;
  private final OnnxModel model;
  private final Evaluator evaluator;
  private final Map<String, Grid> grids = new LinkedHashMap<>();
  private final Map<String, NativeTensor> feed = new LinkedHashMap<>();

  Comparison(Trial trial, Draw draw, ElementType type) throws Exception {
    this.trial = trial;
    this.type = type;
    this.model = trial.model(type);
    this.evaluator = new Evaluator(model);
    trial.feed().forEach((name, numbers) -> grids.put(name, grid(numbers)));
    grids.put(Trial.WEIGHTS, Grid.of(List.of(), 1));
    List<Long> dims = evaluated().dims();
    grids.put(Trial.WEIGHTS, grid(new Trial.Numbers(dims, draw.numbers(-1, 1, dims))));
    for (Map.Entry<String, Grid> entry : grids.entrySet()) {
      feed.put(entry.getKey(), tensor(entry.getValue()));
    }
  }

  private static Grid grid(Trial.Numbers numbers) {
    double[] values = new double[numbers.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.values()[i];
    }
    return Grid.of(numbers.dims(), values);
  }

  private Grid evaluated() {
    return Optional.ofNullable(evaluator.run(grids).get(Trial.RESULT)).orElseThrow();
  }

  private NativeTensor tensor(Grid grid) throws Exception {
    NativeTensor tensor = NativeTensor.zeros(type, grid.dims());
    ByteBuffer memory = tensor.memory();
    for (double value : grid.values()) {
      if (type == ElementType.FLOAT64) {
        memory.putDouble(value);
      } else {
        memory.putFloat((float) value);
      }
    }
    return tensor;
  }

  private double[] numbers(NativeTensor tensor, int count) {
    ByteBuffer memory = tensor.memory();
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = type == ElementType.FLOAT64 ? memory.getDouble() : memory.getFloat();
    }
    return numbers;
  }

  /** By how much the two results differ, in parts of their size. */
  double resultError() throws Exception {
    Grid expected = evaluated();
    NativeTensor result = NativeTensor.zeros(type, expected.dims());
    try (Session session = Session.open(model, SessionSettings.cpu(1))) {
      session.run(feed, Map.of(Trial.RESULT, result));
    }
    return error(numbers(result, expected.values().length), expected.values());
  }

  /** By how much the gradients of the input that differs most do, in parts of their size. */
  double gradientError() throws Exception {
    List<String> wanted = List.copyOf(trial.feed().keySet());
    Observation seen = Observation.of(model, feed);
    Gradient gradient = Gradient.of(model, new Loss.Itself(Trial.RESULT), wanted, seen);
    Map<String, NativeTensor> slopes = new LinkedHashMap<>();
    for (String name : wanted) {
      List<Long> dims = Optional.ofNullable(grids.get(name)).orElseThrow().dims();
      slopes.put(gradient.outputs().get(name), NativeTensor.zeros(type, dims));
    }
    try (Session session = Session.open(gradient.model(), SessionSettings.cpu(1))) {
      session.run(feed, slopes);
    }
    double worst = 0;
    for (String name : wanted) {
      double[] expected = differences(Optional.ofNullable(grids.get(name)).orElseThrow());
      double[] found = numbers(slopes.get(gradient.outputs().get(name)), expected.length);
      worst = Math.max(worst, error(found, expected));
    }
    return worst;
  }

  /** The loss is the mean over what counts as samples, which here is every number. */
  private double loss() {
    double[] values = evaluated().values();
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private double[] differences(Grid input) {
    double[] values = input.values();
    double[] slopes = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double start = values[i];
      values[i] = start + STEP;
      double up = loss();
      values[i] = start - STEP;
      slopes[i] = (up - loss()) / (2 * STEP);
      values[i] = start;
    }
    return slopes;
  }

  /** The size of the difference over that expected, or over a hundredth of a weight's share. */
  private static double error(double[] found, double[] expected) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < expected.length; i++) {
      difference = Math.hypot(difference, found[i] - expected[i]);
      size = Math.hypot(size, expected[i]);
    }
    return expected.length == 0 ? 0 : difference / Math.max(size, 1e-2 / expected.length);
  }
}
