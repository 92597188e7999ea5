// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

import dev.modelward.learn.chance.SplitMix64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Random choices that are the same on every run. */
final class Draw {
  private final SplitMix64 random;

  Draw(long seed) {
    this.random = new SplitMix64(seed);
  }

  /** An integer between two others, both of them included. */
  int from(int low, int high) {
    return low + random.below(high - low + 1);
  }

  boolean chance() {
    return random.below(2) == 0;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.below(choices.size()));
  }

  /** A version of the operators, from one on that an operator needs. */
  long opset(int first) {
    return from(Math.max(9, first), 22);
  }

  /** Sizes of so many directions. */
  List<Long> dims(int rank, int most) {
    return longs(rank, i -> from(1, most));
  }

  List<Long> dims() {
    return dims(from(1, 4), 3);
  }

  static List<Long> longs(int count, IntFunction<Integer> value) {
    return IntStream.range(0, count).mapToObj(i -> (long) value.apply(i)).toList();
  }

  /** The same sizes with some of the first left out and some others one. */
  List<Long> smaller(List<Long> dims) {
    List<Long> rest = dims.subList(from(0, dims.size()), dims.size());
    return rest.stream().map(size -> from(0, 2) == 0 ? 1L : size).toList();
  }

  float between(double low, double high) {
    return (float) random.between(low, high);
  }

  float[] numbers(double low, double high, List<Long> dims) {
    float[] numbers = new float[dims.stream().mapToInt(Long::intValue).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = between(low, high);
    }
    return numbers;
  }
}
