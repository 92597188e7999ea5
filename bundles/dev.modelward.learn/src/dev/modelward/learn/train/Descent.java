// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.recipe.Optimizer;
import java.nio.FloatBuffer;
import java.util.List;

/** Moves weights along their gradients, some thousand numbers at a time. */
final class Descent {
  /** As many numbers as the arrays of one pass may have to stay in the first-level cache. */
  private static final int PIECE = 2048;

  private final Optimizer optimizer;
  private final float[] weight = new float[PIECE];
  private final float[] gradient = new float[PIECE];
  private final float[] more = new float[PIECE];

  Descent(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  /** How large the step is, and how many there were with it. */
  record Pace(double rate, long steps) {}

  /** Moves a weight along the mean of its gradients. */
  void move(Parameter parameter, List<FloatBuffer> gradients, Pace pace) {
    FloatBuffer numbers = parameter.weight().floats();
    for (int from = 0; from < numbers.capacity(); from += PIECE) {
      int count = Math.min(PIECE, numbers.capacity() - from);
      numbers.get(from, weight, 0, count);
      average(gradients, from, count);
      step(parameter, pace, new Piece(from, count));
      numbers.put(from, weight, 0, count);
    }
  }

  /** The mean in the order of the workers, so that it is the same every time. */
  private void average(List<FloatBuffer> gradients, int from, int count) {
    gradients.getFirst().get(from, gradient, 0, count);
    for (FloatBuffer other : gradients.subList(1, gradients.size())) {
      other.get(from, more, 0, count);
      for (int i = 0; i < count; i++) {
        gradient[i] += more[i];
      }
    }
    float share = 1f / gradients.size();
    for (int i = 0; i < count; i++) {
      gradient[i] *= share;
    }
  }

  /** Some numbers of a weight. */
  private record Piece(int from, int count) {}

  private void step(Parameter parameter, Pace pace, Piece piece) {
    float rate = (float) pace.rate();
    float decay = parameter.decays() ? (float) optimizer.decay() : 0;
    float[][] memories = parameter.memories();
    switch (optimizer) {
      case Optimizer.Sgd sgd -> {
        pull(decay, piece);
        if (memories.length > 0) {
          gather((float) sgd.momentum(), memories[0], piece);
        }
        walk(rate, piece);
      }
      case Optimizer.Nesterov nesterov -> {
        pull(decay, piece);
        lookAhead((float) nesterov.momentum(), memories[0], piece);
        walk(rate, piece);
      }
      case Optimizer.Adam adam -> {
        pull(decay, piece);
        adapt(new Moments(adam.first(), adam.second(), adam.epsilon()), parameter, pace, piece);
      }
      case Optimizer.AdamW adam -> {
        shrink(rate * decay, piece);
        adapt(new Moments(adam.first(), adam.second(), adam.epsilon()), parameter, pace, piece);
      }
    }
  }

  /** Adds the decay to the gradient. */
  private void pull(float decay, Piece piece) {
    for (int i = 0; i < piece.count(); i++) {
      gradient[i] += decay * weight[i];
    }
  }

  private void shrink(float share, Piece piece) {
    for (int i = 0; i < piece.count(); i++) {
      weight[i] -= share * weight[i];
    }
  }

  private void gather(float momentum, float[] sum, Piece piece) {
    for (int i = 0; i < piece.count(); i++) {
      sum[piece.from() + i] = momentum * sum[piece.from() + i] + gradient[i];
      gradient[i] = sum[piece.from() + i];
    }
  }

  private void lookAhead(float momentum, float[] sum, Piece piece) {
    for (int i = 0; i < piece.count(); i++) {
      float now = momentum * sum[piece.from() + i] + gradient[i];
      sum[piece.from() + i] = now;
      gradient[i] += momentum * now;
    }
  }

  private void walk(float rate, Piece piece) {
    for (int i = 0; i < piece.count(); i++) {
      weight[i] -= rate * gradient[i];
    }
  }

  /** The constants of Adam's two running means. */
  private record Moments(double first, double second, double epsilon) {}

  private void adapt(Moments moments, Parameter parameter, Pace pace, Piece piece) {
    float[] means = parameter.memories()[0];
    float[] squares = parameter.memories()[1];
    float first = (float) moments.first();
    float second = (float) moments.second();
    float epsilon = (float) moments.epsilon();
    float rate = (float) (pace.rate() / (1 - StrictMath.pow(moments.first(), pace.steps())));
    float scale = (float) (1 / (1 - StrictMath.pow(moments.second(), pace.steps())));
    for (int i = 0; i < piece.count(); i++) {
      int at = piece.from() + i;
      means[at] = first * means[at] + (1 - first) * gradient[i];
      squares[at] = second * squares[at] + (1 - second) * gradient[i] * gradient[i];
      weight[i] -= rate * means[at] / ((float) Math.sqrt(squares[at] * scale) + epsilon);
    }
  }
}
