// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Items in a row, known by label, with the items before that feed them. */
final class Chain {

  /** A fold that hides fewer boxes than this is more to read than the boxes. */
  private static final int WORTH_HIDING = 3;

  private static final int TRIES = 8;

  private final int[] labels;
  private final int[] inner;
  private final int[][] before;
  private final int[] severed;
  private final BitSet layers;

  /** Items with these labels, inner repeats and feeding items; some are layers. */
  Chain(int[] labels, int[] inner, int[][] before, BitSet layers) {
    this.layers = layers;
    this.labels = labels;
    this.inner = inner;
    this.before = before;
    severed = severed(before);
  }

  /** All runs of at least so many blocks of a length, none touching another. */
  List<Run> runs(int length, int least) {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    while (start + 2 * length <= labels.length) {
      int end = start;
      while (end + length < labels.length && labels[end] == labels[end + length]) {
        end++;
      }
      boolean enough = end - start >= length * (least - 1);
      Optional<Run> run = enough ? best(start, end, length) : Optional.empty();
      run = run.filter(found -> found.repeats() >= least);
      run.ifPresent(runs::add);
      start = run.map(Run::end).orElse(end + 1);
    }
    return runs;
  }

  /**
   * The best run among those that start before a run of equal labels is used up: where the cut
   * between two blocks severs the fewest feeding items and a layer begins.
   */
  private Optional<Run> best(int start, int end, int length) {
    return IntStream.range(start, Math.min(end - length, start + length - 1) + 1)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(first -> severed[first + length])
                .thenComparing(first -> !layers.get(first)))
        .limit(TRIES)
        .map(first -> run(first, length))
        .filter(this::worthFolding)
        .findFirst();
  }

  private Run run(int start, int length) {
    int repeats = 1;
    while (follows(start, start + repeats * length, length)) {
      repeats++;
    }
    return new Run(start, length, repeats);
  }

  private boolean follows(int model, int block, int length) {
    return block + length <= labels.length
        && IntStream.range(0, length).allMatch(i -> same(model, block, i))
        && IntStream.range(block, block + length).anyMatch(i -> feeds(block - length, block, i));
  }

  private boolean same(int model, int block, int offset) {
    return labels[model + offset] == labels[block + offset]
        && Arrays.equals(inside(model, model + offset), inside(block, block + offset));
  }

  private int[] inside(int block, int item) {
    return Arrays.stream(before[item])
        .filter(other -> other >= block)
        .map(other -> item - other)
        .toArray();
  }

  private boolean feeds(int from, int to, int item) {
    return Arrays.stream(before[item]).anyMatch(other -> other >= from && other < to);
  }

  private boolean worthFolding(Run run) {
    int deepest = Arrays.stream(inner, run.start(), run.start() + run.length()).max().orElse(1);
    return run.repeats() > deepest
        && run.length() * (run.repeats() - 1) >= WORTH_HIDING
        && connected(run);
  }

  private boolean connected(Run run) {
    int[] group = IntStream.range(0, run.length()).toArray();
    for (int i = 0; i < run.length(); i++) {
      for (int offset : inside(run.start(), run.start() + i)) {
        int from = group[i - offset];
        int to = group[i];
        group = Arrays.stream(group).map(g -> g == from ? to : g).toArray();
      }
    }
    return Arrays.stream(group).distinct().count() == 1;
  }

  /** For each place the number of items before it that feed one from there on. */
  private static int[] severed(int[][] before) {
    int[] last = IntStream.range(0, before.length).toArray();
    for (int item = 0; item < before.length; item++) {
      for (int other : before[item]) {
        last[other] = item;
      }
    }
    int[] severed = new int[before.length + 1];
    for (int item = 0; item < before.length; item++) {
      severed[item + 1]++;
      severed[last[item] + 1]--;
    }
    Arrays.parallelPrefix(severed, Integer::sum);
    return severed;
  }
}
