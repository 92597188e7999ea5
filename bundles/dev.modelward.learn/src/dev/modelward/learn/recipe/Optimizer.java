// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

/**
 * How a step follows a gradient. The decay pulls kernels and matrices towards zero, and leaves
 * biases and norms alone.
 */
public sealed interface Optimizer {

  /** The share of a weight that each step takes away, in units of the rate. */
  double decay();

  /** How many numbers are remembered for each weight. */
  int memories();

  /** Steps along a running sum of the gradients; a momentum of 0 is plain gradient descent. */
  record Sgd(double momentum, double decay) implements Optimizer {
    /** Refuses a momentum that never comes to rest. */
    public Sgd {
      share("momentum", momentum);
      notNegative("decay", decay);
    }

    @Override
    public int memories() {
      return momentum == 0 ? 0 : 1;
    }
  }

  /**
   * The same, looking ahead along the running sum.
   *
   * @see <a href="https://proceedings.mlr.press/v28/sutskever13.html">Sutskever et al., On the
   *     importance of initialization and momentum in deep learning, ICML 2013</a>
   */
  record Nesterov(double momentum, double decay) implements Optimizer {
    /** Refuses a momentum that never comes to rest. */
    public Nesterov {
      share("momentum", momentum);
      notNegative("decay", decay);
    }

    @Override
    public int memories() {
      return 1;
    }
  }

  /**
   * Steps of a size that the gradient's own spread sets; the decay is added to the gradient.
   *
   * @see <a href="https://arxiv.org/abs/1412.6980">Kingma, Ba: Adam, ICLR 2015, algorithm 1</a>
   */
  record Adam(double first, double second, double epsilon, double decay) implements Optimizer {
    /** Refuses averages that never forget. */
    public Adam {
      share("first", first);
      share("second", second);
      notNegative("epsilon", epsilon);
      notNegative("decay", decay);
    }

    /** The constants that the authors propose. */
    public static Adam usual() {
      return new Adam(0.9, 0.999, 1e-8, 0);
    }

    @Override
    public int memories() {
      return 2;
    }
  }

  /**
   * Adam whose decay acts on the weight alone.
   *
   * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov, Hutter: Decoupled weight decay
   *     regularization, ICLR 2019, algorithm 2</a>
   */
  record AdamW(double first, double second, double epsilon, double decay) implements Optimizer {
    /** Refuses averages that never forget. */
    public AdamW {
      share("first", first);
      share("second", second);
      notNegative("epsilon", epsilon);
      notNegative("decay", decay);
    }

    @Override
    public int memories() {
      return 2;
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "expected a %s from 0 up to, not including, 1, found %s".formatted(name, value));
    }
  }

  private static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "expected a %s of at least 0, found %s".formatted(name, value));
    }
  }
}
