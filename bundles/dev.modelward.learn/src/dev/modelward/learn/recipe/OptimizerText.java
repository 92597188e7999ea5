// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.YamlException;

/** The words and keys of the optimizers. */
final class OptimizerText {
  private static final double MOMENTUM = 0.9;
  private static final Optimizer.Adam USUAL = Optimizer.Adam.usual();
  private static final double DECAY_OF_ADAMW = 0.01;

  private OptimizerText() {}

  /** The words. */
  private enum Kind {
    SGD,
    NESTEROV,
    ADAM,
    ADAMW
  }

  static Optimizer read(Field field) throws YamlException {
    Choice choice = Choice.of(field);
    return switch (choice.kind(Kind.class)) {
      case SGD -> {
        double momentum = momentum(choice);
        double decay = decay(choice, 0);
        yield field.make(() -> new Optimizer.Sgd(momentum, decay));
      }
      case NESTEROV -> {
        double momentum = momentum(choice);
        double decay = decay(choice, 0);
        yield field.make(() -> new Optimizer.Nesterov(momentum, decay));
      }
      case ADAM -> adam(choice, 0);
      case ADAMW -> {
        Optimizer.Adam adam = adam(choice, DECAY_OF_ADAMW);
        yield new Optimizer.AdamW(adam.first(), adam.second(), adam.epsilon(), adam.decay());
      }
    };
  }

  private static double momentum(Choice choice) throws YamlException {
    return choice.with("momentum", "decay").number("momentum", MOMENTUM);
  }

  private static double decay(Choice choice, double otherwise) throws YamlException {
    return choice.number("decay", otherwise);
  }

  private static Optimizer.Adam adam(Choice choice, double usualDecay) throws YamlException {
    choice.with("first", "second", "epsilon", "decay");
    double first = choice.number("first", USUAL.first());
    double second = choice.number("second", USUAL.second());
    double epsilon = choice.number("epsilon", USUAL.epsilon());
    double decay = decay(choice, usualDecay);
    return choice.whole().make(() -> new Optimizer.Adam(first, second, epsilon, decay));
  }
}
