// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A stored tensor as a layer sees it: each direction of the layer's is one of the tensor's, or
 * several of them run together, or none.
 */
record View(List<Long> stored, List<List<Integer>> directions) {

  View {
    stored = List.copyOf(stored);
    directions = List.copyOf(directions);
  }

  /** A tensor as it is. */
  static View of(List<Long> stored) {
    return new View(stored, IntStream.range(0, stored.size()).mapToObj(i -> List.of(i)).toList());
  }

  /** The sizes that the layer sees. */
  List<Long> dims() {
    return directions.stream().map(this::size).toList();
  }

  private long size(List<Integer> direction) {
    return direction.stream().mapToLong(stored::get).reduce(1, Math::multiplyExact);
  }

  /** What an order of the directions makes of it, none given meaning the reverse. */
  Optional<View> transposed(List<Long> order) {
    if (order.isEmpty()) {
      return Optional.of(new View(stored, directions.reversed()));
    }
    List<Long> all = LongStream.range(0, directions.size()).boxed().toList();
    return order.stream().sorted().toList().equals(all)
        ? Optional.of(
            new View(stored, order.stream().map(i -> directions.get(i.intValue())).toList()))
        : Optional.empty();
  }

  /** What other sizes make of it; nothing if they break a direction up. */
  Optional<View> reshaped(List<Long> sizes) {
    List<Integer> rest = new ArrayList<>(directions.stream().flatMap(List::stream).toList());
    List<List<Integer>> made = new ArrayList<>();
    for (long wanted : sizes) {
      List<Integer> direction = new ArrayList<>();
      while (!rest.isEmpty() && size(direction) * stored.get(rest.getFirst()) <= wanted) {
        direction.add(rest.removeFirst());
      }
      if (size(direction) != wanted) {
        return Optional.empty();
      }
      made.add(direction);
    }
    return rest.stream().allMatch(i -> stored.get(i) == 1)
        ? Optional.of(new View(stored, made))
        : Optional.empty();
  }

  /** What a tiling of the layer's directions means for the stored tensor, if it can be told. */
  Optional<Tiling> tiling(List<Long> tile) {
    Long[] storedTile = Collections.nCopies(stored.size(), 1L).toArray(Long[]::new);
    for (int i = 0; i < directions.size(); i++) {
      long left = tile.get(i);
      for (int axis : directions.get(i).reversed()) {
        long inside = Math.min(left, stored.get(axis));
        if (left % inside != 0 || stored.get(axis) % inside != 0) {
          return Optional.empty();
        }
        storedTile[axis] = inside;
        left /= inside;
      }
    }
    return Optional.of(new Tiling(stored, Arrays.asList(storedTile)));
  }

  /** The direction of the stored tensor that steps through a direction of the layer's. */
  int axis(int direction) {
    List<Integer> axes = directions.get(direction);
    int first = axes.isEmpty() ? 0 : axes.getFirst();
    return axes.stream().filter(axis -> stored.get(axis) > 1).findFirst().orElse(first);
  }
}
