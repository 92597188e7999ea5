// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.lesson.Coach;
import dev.modelward.learn.lesson.Hook;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.lesson.Step;
import dev.modelward.learn.recipe.Norms;
import dev.modelward.learn.recipe.Objective;
import dev.modelward.learn.recipe.Optimizer;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.recipe.Schedule;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A network whose weights stay as they are behind hard-concrete gates, one for each kernel of its
 * second convolution, which noise shakes and a penalty closes.
 *
 * @see <a href="https://arxiv.org/abs/1712.01312">Louizos, Welling, Kingma: Learning sparse neural
 *     networks through L0 regularization, ICLR 2018</a>
 */
final class Gates {
  static final String GATES = "gates";
  static final String NOISE = "noise";
  static final String PENALTY = "penalty";
  static final List<Long> DIMS = List.of(4L, 3L, 1L, 1L);
  static final int COUNT = 12;

  private static final String GATED = "conv2.weight";
  private static final double BETA = 2.0 / 3;
  private static final double LOW = -0.1;
  private static final double HIGH = 1.1;

  private Gates() {}

  static OnnxModel network() {
    return Network.of(4, 1, 28, 28)
        .conv(3, 3, 4)
        .relu()
        .conv(4, 3, 2)
        .relu()
        .flatten()
        .dense(10)
        .model();
  }

  /** The network with gates that stand half open, and a price for each that stands open. */
  static OnnxModel model(double price) {
    OnnxModel model = network();
    Graph graph = model.graph();
    GraphEdit edit = graph.edit();
    edit.addInput(new Value(NOISE, new ValueType.OfTensor(ElementType.FLOAT32, dims())));
    edit.add(Tensor.ofFloats(GATES, DIMS, started()));
    constant(edit, "beta", BETA);
    constant(edit, "width", HIGH - LOW);
    constant(edit, "low", LOW);
    constant(edit, "shut", 0);
    constant(edit, "open", 1);
    constant(edit, "price", price);
    constant(edit, "cost", BETA * StrictMath.log(-LOW / HIGH));
    edit.add(node("Add", "shaken", GATES, NOISE));
    edit.add(node("Div", "cooled", "shaken", "beta"));
    edit.add(node("Sigmoid", "between", "cooled"));
    edit.add(node("Mul", "wide", "between", "width"));
    edit.add(node("Add", "stretched", "wide", "low"));
    edit.add(node("Clip", "gate", "stretched", "shut", "open"));
    edit.add(node("Mul", "gated", "gate", GATED));
    for (int i = 0; i < graph.nodes().size(); i++) {
      Node node = graph.nodes().get(i);
      if (node.inputs().contains(GATED)) {
        edit.replaceNode(i, node.reading(List.of(node.inputs().getFirst(), "gated")));
      }
    }
    edit.add(node("Sub", "raised", GATES, "cost"));
    edit.add(node("Sigmoid", "chances", "raised"));
    edit.add(node("ReduceSum", "expected", "chances").with(Attribute.of("keepdims", 0)));
    edit.add(node("Mul", PENALTY, "expected", "price"));
    return model.with(edit.apply());
  }

  /** The penalty as an output. */
  static Value told() {
    return new Value(PENALTY, new ValueType.OfTensor(ElementType.FLOAT32, Shape.of()));
  }

  private static Shape dims() {
    return Shape.of(DIMS.stream().mapToLong(Long::longValue).toArray());
  }

  private static float[] started() {
    float[] gates = new float[COUNT];
    IntStream.range(0, COUNT).forEach(i -> gates[i] = 0.1f * i - 0.5f);
    return gates;
  }

  private static void constant(GraphEdit edit, String name, double value) {
    edit.add(Tensor.ofFloats(name, List.of(), (float) value));
  }

  private static Node node(String operator, String output, String... inputs) {
    return Node.of(operator, List.of(inputs), List.of(output));
  }

  /** Whether a gate stands open where no noise shakes it. */
  static boolean isOpen(float gate) {
    return (HIGH - LOW) / (1 + StrictMath.exp(-gate / BETA)) + LOW > 0;
  }

  /** Gates alone learn, from so many batches of 32 signs, at a rate. */
  static Lesson lesson(double price, int steps, double rate) {
    Recipe recipe =
        new Recipe(
            Objective.CROSS_ENTROPY,
            new Optimizer.Sgd(0, 0),
            new Schedule.Constant(rate),
            1,
            32,
            11,
            Norms.RUNNING);
    return Lesson.of(model(price), Lessons.glyphs(32 * steps), recipe)
        .training(Set.of(GATES))
        .with(new Hook.Shared(NOISE, DIMS))
        .penalizing(List.of(PENALTY));
  }

  /** Shakes the gates in each step by logistic noise that the step's number repeats. */
  record Shaking(long seed) implements Coach {
    @Override
    public void before(Step step) {
      step.hook(NOISE).put(noise(step.number()));
    }

    float[] noise(long step) {
      SplitMix64 random = SplitMix64.of(seed, step);
      float[] noise = new float[COUNT];
      for (int i = 0; i < COUNT; i++) {
        double chance = random.between(1e-6, 1 - 1e-6);
        noise[i] = (float) StrictMath.log(chance / (1 - chance));
      }
      return noise;
    }

    @Override
    public void after(Step step) {
      // the gates need no losses
    }
  }
}
