// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.YamlException;
import java.util.List;

/** The words and keys of the schedules. */
final class ScheduleText {
  private static final double RISE = 0.3;
  private static final double FACTOR = 0.1;

  private ScheduleText() {}

  /** The words. */
  private enum Kind {
    CONSTANT,
    COSINE,
    ONE_CYCLE,
    STEPS
  }

  static Schedule read(Field field) throws YamlException {
    Choice choice = Choice.of(field);
    return switch (choice.kind(Kind.class)) {
      case CONSTANT -> {
        double rate = choice.with("rate").number("rate");
        yield field.make(() -> new Schedule.Constant(rate));
      }
      case COSINE -> {
        double rate = choice.with("rate", "last").number("rate");
        double last = choice.number("last", 0);
        yield field.make(() -> new Schedule.Cosine(rate, last));
      }
      case ONE_CYCLE -> {
        double rate = choice.with("rate", "rise").number("rate");
        double rise = choice.number("rise", RISE);
        yield field.make(() -> new Schedule.OneCycle(rate, rise));
      }
      case STEPS -> {
        double rate = choice.with("rate", "factor", "at").number("rate");
        double factor = choice.number("factor", FACTOR);
        List<Double> at = choice.numbers("at");
        yield field.make(() -> new Schedule.Steps(rate, factor, at));
      }
    };
  }
}
