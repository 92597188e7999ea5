// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** Items with these labels, inner repeats and feeding items. */
  Chain(int[] labels, int[] inner, int[][] before) {
    this.labels = labels;
    this.inner = inner;
    this.before = before;
    severed = severed(before);
  }

  /** All runs of at least so many blocks of a length, none touching another. */
  List<Run> runs(int period, int least) {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    while (start + 2 * period <= labels.length) {
      int end = start;
      while (end + period < labels.length && labels[end] == labels[end + period]) {
        end++;
      }
      boolean enough = end - start >= period * (least - 1);
      Optional<Run> run = enough ? best(start, end, period) : Optional.empty();
      run = run.filter(found -> found.repeats() >= least);
      run.ifPresent(runs::add);
      start = run.map(Run::end).orElse(end + 1);
    }
    return runs;
  }

  /**
   * The best run among those that start before a run of equal labels is used up: where the cut
   * between two blocks severs the fewest feeding items, that is where people see the blocks begin.
   */
  private Optional<Run> best(int start, int end, int period) {
    return IntStream.range(start, Math.min(end - period, start + period - 1) + 1)
        .boxed()
        .sorted(Comparator.comparingInt(first -> severed[first + period]))
        .limit(TRIES)
        .map(first -> run(first, period))
        .filter(this::worthFolding)
        .findFirst();
  }

  private Run run(int start, int period) {
    int repeats = 1;
    while (follows(start, start + repeats * period, period)) {
      repeats++;
    }
    return new Run(start, period, repeats);
  }

  private boolean follows(int model, int block, int period) {
    return block + period <= labels.length
        && IntStream.range(0, period).allMatch(i -> same(model, block, i))
        && IntStream.range(block, block + period).anyMatch(i -> feeds(block - period, block, i));
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
    int deepest = Arrays.stream(inner, run.start(), run.start() + run.period()).max().orElse(1);
    return run.repeats() > deepest
        && run.period() * (run.repeats() - 1) >= WORTH_HIDING
        && connected(run);
  }

  private boolean connected(Run run) {
    int[] group = IntStream.range(0, run.period()).toArray();
    for (int i = 0; i < run.period(); i++) {
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
