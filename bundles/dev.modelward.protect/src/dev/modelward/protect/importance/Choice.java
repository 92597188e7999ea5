// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Some blocks of a map, those of each layer in ascending order. */
public final class Choice {
  private final ImportanceMap map;
  private final List<long[]> blocks;

  /** The blocks of each layer of a map, in its order. */
  Choice(ImportanceMap map, List<long[]> blocks) {
    this.map = map;
    this.blocks = List.copyOf(blocks);
  }

  /** The map out of which is chosen. */
  public ImportanceMap map() {
    return map;
  }

  /** The chosen blocks of the layer of an index. */
  public long[] of(int layer) {
    return blocks.get(layer).clone();
  }

  /** The chosen blocks that another choice of the same map does not have. */
  public Choice without(Choice other) {
    return new Choice(
        map,
        IntStream.range(0, blocks.size())
            .mapToObj(i -> difference(blocks.get(i), other.blocks.get(i)))
            .toList());
  }

  /** What of some rising numbers is not among others. */
  private static long[] difference(long[] from, long... others) {
    long[] left = new long[from.length];
    int size = 0;
    int at = 0;
    for (long number : from) {
      while (at < others.length && others[at] < number) {
        at++;
      }
      if (at == others.length || others[at] != number) {
        left[size++] = number;
      }
    }
    return Arrays.copyOf(left, size);
  }

  /** The number of chosen blocks. */
  public long count() {
    return blocks.stream().mapToLong(chosen -> chosen.length).sum();
  }

  /** The number of weights in the chosen blocks. */
  public long weights() {
    return IntStream.range(0, blocks.size()).mapToLong(this::weights).sum();
  }

  private long weights(int layer) {
    return (long) blocks.get(layer).length * map.layers().get(layer).tiling().taps();
  }

  /** Which share of the weights in the map's blocks is chosen. */
  public double share() {
    return map.weights() == 0 ? 0 : (double) weights() / map.weights();
  }

  /** Which share of all parameters of the model is chosen. */
  public double shareOfAll() {
    return map.parameters() == 0 ? 0 : (double) weights() / map.parameters();
  }

  /** How the choice spreads over the layers, in their order. */
  public List<Part> spread() {
    double all = Math.max(1, weights());
    return IntStream.range(0, blocks.size())
        .mapToObj(i -> {
          ScoredLayer layer = map.layers().get(i);
          int chosen = blocks.get(i).length;
          return new Part(layer.name(), chosen, layer.scores().count(), weights(i) / all);
        })
        .toList();
  }

  /** How many blocks of a layer are chosen, out of how many, and which part of the choice it is. */
  public record Part(String layer, long chosen, long blocks, double ofChoice) {}
}
