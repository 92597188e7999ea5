// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.Attribute;
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
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * One operator between random inputs and a random linear loss; compares the gradient with the slope
 * that central differences measure along a random direction.
 */
final class Probe {
  private static final float STEP = 1e-3f;
  private static final String OUTPUT = "y";
  private static final String WEIGHTED = "z";
  private static final String WEIGHTS = "r";

  private final String operator;
  private final List<String> inputs = new ArrayList<>();
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Tensor> constants = new ArrayList<>();
  private final Map<String, NativeTensor> feed = new LinkedHashMap<>();
  private final SplitMix64 random = new SplitMix64(7);

  private Probe(String operator) {
    this.operator = operator;
  }

  static Probe of(String operator) {
    return new Probe(operator);
  }

  /** An input between -1 and 1. */
  Probe in(long... dims) throws Exception {
    return between(-1, 1, dims);
  }

  /** An input whose numbers are so far apart that no step changes their order. */
  Probe apart(long... dims) throws Exception {
    long count = LongStream.of(dims).reduce(1, (a, b) -> a * b);
    float[] values = new float[(int) count];
    for (int i = 0; i < values.length; i++) {
      int other = random.below(i + 1);
      values[i] = values[other];
      values[other] = (i - values.length / 2f) * 0.02f + 0.01f;
    }
    return input(values, dims);
  }

  Probe between(double low, double high, long... dims) throws Exception {
    float[] values = new float[(int) LongStream.of(dims).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.between(low, high);
    }
    return input(values, dims);
  }

  private Probe input(float[] values, long... dims) throws Exception {
    String name = "in" + inputs.size();
    feed.put(name, NativeTensor.of(LongStream.of(dims).boxed().toList(), values));
    inputs.add(name);
    return this;
  }

  Probe constant(Tensor tensor) {
    constants.add(tensor);
    inputs.add(tensor.name());
    return this;
  }

  Probe longs(String name, long... values) {
    return constant(Tensor.ofLongs(name, List.of((long) values.length), values));
  }

  /** An optional input that is left out. */
  Probe absent() {
    inputs.add("");
    return this;
  }

  Probe with(Attribute attribute) {
    attributes.add(attribute);
    return this;
  }

  Probe with(String attribute, Long... values) {
    return with(Attribute.ofInts(attribute, List.of(values)));
  }

  private OnnxModel model(long opset) {
    GraphEdit edit = Graph.named(operator).edit();
    feed.forEach((name, value) -> edit.addInput(value(name)));
    edit.addInput(value(WEIGHTS));
    Node node = Node.of(operator, inputs, List.of(OUTPUT));
    for (Attribute attribute : attributes) {
      node = node.with(attribute);
    }
    constants.forEach(edit::add);
    edit.add(node).add(Node.of("Mul", List.of(OUTPUT, WEIGHTS), List.of(WEIGHTED)));
    edit.addOutput(new Value(WEIGHTED, new ValueType.Unspecified()));
    return OnnxModel.of(opset < 21 ? 8 : 10, List.of(new Opset("", opset)), edit.apply());
  }

  private static Value value(String name) {
    return new Value(name, new ValueType.OfTensor(ElementType.FLOAT32, new Shape.Unranked()));
  }

  /** The largest error of any input's gradient, in parts of the slope's natural size. */
  double error(long opset) throws Exception {
    OnnxModel model = model(opset);
    Map<String, NativeTensor> all = new LinkedHashMap<>(feed);
    all.put(WEIGHTS, NativeTensor.of(List.of(), 1));
    List<Long> out = Observation.of(model, all).value(OUTPUT).orElseThrow().dims();
    all.put(WEIGHTS, weights(out));
    Observation seen = Observation.of(model, all);
    Gradient gradient =
        Gradient.of(model, new Loss.Itself(WEIGHTED), List.copyOf(feed.keySet()), seen);
    Map<String, NativeTensor> slopes = new LinkedHashMap<>();
    for (String name : feed.keySet()) {
      slopes.put(
          gradient.outputs().get(name),
          NativeTensor.zeros(ElementType.FLOAT32, feed.get(name).dims()));
    }
    try (Session backward = Session.open(gradient.model(), SessionSettings.cpu(1));
        Session forward = Session.open(model, SessionSettings.cpu(1))) {
      backward.run(all, slopes);
      double worst = 0;
      for (String name : feed.keySet()) {
        FloatBuffer slope = slopes.get(gradient.outputs().get(name)).floats();
        worst = Math.max(worst, error(forward, all, name, slope));
      }
      return worst;
    }
  }

  private NativeTensor weights(List<Long> dims) throws Exception {
    NativeTensor weights = NativeTensor.zeros(ElementType.FLOAT32, dims);
    FloatBuffer numbers = weights.floats();
    while (numbers.hasRemaining()) {
      numbers.put((float) random.between(-1, 1));
    }
    return weights;
  }

  private double error(
      Session forward, Map<String, NativeTensor> all, String name, FloatBuffer slope)
      throws Exception {
    FloatBuffer memory = all.get(name).floats();
    float[] start = new float[memory.capacity()];
    memory.get(0, start);
    float[] direction = new float[start.length];
    double expected = 0;
    double size = 1e-3;
    List<Long> out = all.get(WEIGHTS).dims();
    long samples = out.isEmpty() ? 1 : out.get(0);
    for (int i = 0; i < start.length; i++) {
      direction[i] = (float) Math.clamp(random.normal(), -3, 3);
      double part = samples * (double) slope.get(i) * direction[i];
      expected += part;
      size += part * part;
    }
    move(memory, start, direction, STEP);
    double up = loss(forward, all);
    move(memory, start, direction, -STEP);
    double down = loss(forward, all);
    memory.put(0, start);
    return Math.abs((up - down) / (2 * STEP) - expected) / Math.sqrt(size);
  }

  private static void move(FloatBuffer memory, float[] start, float[] direction, float step) {
    for (int i = 0; i < start.length; i++) {
      memory.put(i, start[i] + step * direction[i]);
    }
  }

  private static double loss(Session forward, Map<String, NativeTensor> all) throws Exception {
    NativeTensor out = NativeTensor.zeros(ElementType.FLOAT32, all.get(WEIGHTS).dims());
    forward.run(all, Map.of(WEIGHTED, out));
    FloatBuffer numbers = out.floats();
    double sum = 0;
    while (numbers.hasRemaining()) {
      sum += numbers.get();
    }
    return sum;
  }
}
