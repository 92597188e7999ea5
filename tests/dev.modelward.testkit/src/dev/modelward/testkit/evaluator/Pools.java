// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.Arrays;
import java.util.Map;

/** Pools: every step, every tap. */
final class Pools {
  static final Map<String, Operator> ALL =
      Map.of(
          "MaxPool", Operator.one(call -> pool(call, true)),
          "AveragePool", Operator.one(call -> pool(call, false)),
          "GlobalMaxPool", Operator.one(call -> Reductions.max(call.in(0), places(call))),
          "GlobalAveragePool", Operator.one(call -> Reductions.mean(call.in(0), places(call))));

  private Pools() {}

  private static int[] places(Call call) {
    return Norms.range(2, call.in(0).rank());
  }

  private static Grid pool(Call call, boolean largest) {
    Grid image = call.in(0);
    Steps steps = new Steps(call, call.integers("kernel_shape", 0, 0));
    int[] out = steps.results(Convolutions.spatial(image));
    Grid made = Grid.zeros(Convolutions.joined(image.size(0), image.size(1), out));
    for (int[] place : made.places()) {
      made.set(largest ? largest(image, steps, place) : mean(call, steps, place), place);
    }
    return made;
  }

  private static int[] seen(Grid image, Steps steps, int[] place, int... tap) {
    int[] step = Arrays.copyOfRange(place, 2, place.length);
    int[] before = steps.before(Convolutions.spatial(image));
    return Convolutions.joined(place[0], place[1], steps.at(step, tap, before));
  }

  private static double largest(Grid image, Steps steps, int... place) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int[] tap : Grid.places(steps.kernel())) {
      int[] seen = seen(image, steps, place, tap);
      if (Steps.flat(seen, image.sizes()) >= 0) {
        largest = Math.max(largest, image.at(seen));
      }
    }
    return largest;
  }

  private static double mean(Call call, Steps steps, int... place) {
    Grid image = call.in(0);
    boolean countsRoom = call.integer("count_include_pad", 0) == 1;
    int[] after = steps.after(Convolutions.spatial(image));
    int[] before = steps.before(Convolutions.spatial(image));
    double sum = 0;
    int count = 0;
    for (int[] tap : Grid.places(steps.kernel())) {
      int[] seen = seen(image, steps, place, tap);
      boolean inside = Steps.flat(seen, image.sizes()) >= 0;
      sum += inside ? image.at(seen) : 0;
      boolean inRoom = true;
      for (int i = 0; i < tap.length; i++) {
        int at = seen[2 + i];
        inRoom &= at >= -before[i] && at < image.size(2 + i) + after[i];
      }
      count += inside || countsRoom && inRoom ? 1 : 0;
    }
    return sum / count;
  }
}
