// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit.evaluator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Convolutions in any number of directions: every step, every tap. */
final class Convolutions {
  static final Map<String, Operator> ALL =
      Map.of(
          "Conv", Operator.one(Convolutions::conv),
          "ConvTranspose", Operator.one(Convolutions::convTranspose));

  private Convolutions() {}

  static int[] spatial(Grid image) {
    return Arrays.copyOfRange(image.sizes(), 2, image.rank());
  }

  static int[] joined(int samples, int channels, int... spatial) {
    int[] sizes = new int[spatial.length + 2];
    sizes[0] = samples;
    sizes[1] = channels;
    System.arraycopy(spatial, 0, sizes, 2, spatial.length);
    return sizes;
  }

  /** Images, side by side in one array. */
  private record Stack(Grid grid, int places) {
    static Stack of(Grid grid) {
      return new Stack(grid, Grid.count(spatial(grid)));
    }

    int at(int sample, int channel, int place) {
      return (sample * grid.size(1) + channel) * places + place;
    }

    double get(int sample, int channel, int place) {
      return grid.values()[at(sample, channel, place)];
    }
  }

  private static Grid conv(Call call) {
    Stack image = Stack.of(call.in(0));
    Stack kernel = Stack.of(call.in(1));
    Steps steps = new Steps(call, spatial(kernel.grid()));
    int[] sizes = spatial(image.grid());
    int[] out = steps.results(sizes);
    Stack made = Stack.of(Grid.zeros(joined(image.grid().size(0), kernel.grid().size(0), out)));
    List<int[]> places = Grid.places(out);
    List<int[]> taps = Grid.places(steps.kernel());
    for (int place = 0; place < places.size(); place++) {
      for (int tap = 0; tap < taps.size(); tap++) {
        int[] seen = steps.at(places.get(place), taps.get(tap), steps.before(sizes));
        int from = Steps.flat(seen, sizes);
        if (from >= 0) {
          add(call, List.of(image, kernel, made), from, tap, place);
        }
      }
    }
    return biased(call, made.grid());
  }

  private static void add(Call call, List<Stack> stacks, int... places) {
    Stack image = stacks.get(0);
    Stack kernel = stacks.get(1);
    Stack made = stacks.get(2);
    int inside = kernel.grid().size(1);
    int perGroup = kernel.grid().size(0) / call.integer("group", 1);
    for (int row = 0; row < image.grid().size(0) * kernel.grid().size(0); row++) {
      int sample = row / kernel.grid().size(0);
      int channel = row % kernel.grid().size(0);
      double sum = 0;
      for (int c = 0; c < inside; c++) {
        int from = channel / perGroup * inside + c;
        sum += image.get(sample, from, places[0]) * kernel.get(channel, c, places[1]);
      }
      made.grid().values()[made.at(sample, channel, places[2])] += sum;
    }
  }

  private static Grid convTranspose(Call call) {
    Stack image = Stack.of(call.in(0));
    Stack kernel = Stack.of(call.in(1));
    Steps steps = new Steps(call, spatial(kernel.grid()));
    int[] sizes = spatial(image.grid());
    int[] out = steps.transposed(sizes);
    int channels = kernel.grid().size(1) * call.integer("group", 1);
    Stack made = Stack.of(Grid.zeros(joined(image.grid().size(0), channels, out)));
    List<int[]> places = Grid.places(sizes);
    List<int[]> taps = Grid.places(steps.kernel());
    for (int place = 0; place < places.size(); place++) {
      for (int tap = 0; tap < taps.size(); tap++) {
        int[] put = steps.at(places.get(place), taps.get(tap), steps.cutBefore(sizes));
        int to = Steps.flat(put, out);
        if (to >= 0) {
          put(call, List.of(image, kernel, made), place, tap, to);
        }
      }
    }
    return biased(call, made.grid());
  }

  private static void put(Call call, List<Stack> stacks, int... places) {
    Stack image = stacks.get(0);
    Stack kernel = stacks.get(1);
    Stack made = stacks.get(2);
    int outside = kernel.grid().size(1);
    int perGroup = kernel.grid().size(0) / call.integer("group", 1);
    for (int row = 0; row < image.grid().size(0) * kernel.grid().size(0); row++) {
      int sample = row / kernel.grid().size(0);
      int channel = row % kernel.grid().size(0);
      double factor = image.get(sample, channel, places[0]);
      for (int c = 0; c < outside; c++) {
        int to = made.at(sample, channel / perGroup * outside + c, places[2]);
        made.grid().values()[to] += factor * kernel.get(channel, c, places[1]);
      }
    }
  }

  private static Grid biased(Call call, Grid made) {
    return call.has(2) ? made.with(Norms.perChannel(call.in(2), made), Double::sum) : made;
  }
}
