// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.folding;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Diagram;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds repeated blocks: runs of consecutive boxes, in reading order, that repeat the same titles
 * with the same edges inside, each block fed by the one before. Short blocks are found first;
 * blocks of blocks are found when those are folded.
 */
final class Blocks {

  /** The kind of boxes with weights, with which a block begins in people's eyes. */
  private static final String LAYER = "layer";

  private static final int LONGEST = 400;
  private static final int LEVELS = 4;

  /** What repeats often goes first, lest two like boxes tear such a block apart. */
  private static final int OFTEN = 3;

  private static final int TWICE = 2;

  /** A block of more boxes than this gets a box of its own when its run is unfolded. */
  private static final int SMALL = 6;

  private final Diagram diagram;
  private final Map<Object, Integer> labels = new HashMap<>();
  private List<Item> items;

  private Blocks(Diagram diagram) {
    this.diagram = diagram;
    items = Reading.of(diagram).stream().map(box -> (Item) new Item.Leaf(box)).toList();
  }

  /** The items of a diagram when all that repeats is folded. */
  static List<Item> of(Diagram diagram) {
    Blocks blocks = new Blocks(diagram);
    blocks.fold(OFTEN);
    blocks.fold(TWICE);
    return List.copyOf(blocks.items);
  }

  /** Each sweep may make blocks equal that were not before. */
  private void fold(int repeats) {
    boolean changed = true;
    for (int level = 0; level < LEVELS && changed; level++) {
      changed = sweep(repeats);
    }
  }

  private boolean sweep(int repeats) {
    int before = items.size();
    Chain chain = chain();
    for (int period = 1; period <= Math.min(LONGEST, items.size() / 2); period++) {
      List<Run> runs = chain.runs(period, repeats);
      if (!runs.isEmpty()) {
        items = fold(runs);
        chain = chain();
      }
    }
    return items.size() < before;
  }

  private List<Item> fold(List<Run> runs) {
    List<Item> folded = new ArrayList<>();
    int next = 0;
    for (Run run : runs) {
      folded.addAll(items.subList(next, run.start()));
      folded.add(fold(run));
      next = run.end();
    }
    folded.addAll(items.subList(next, items.size()));
    return folded;
  }

  private Item.Fold fold(Run run) {
    List<Item> inside = items.subList(run.start(), run.end());
    long boxes = inside.stream().flatMapToInt(Item::boxes).count() / run.repeats();
    String caption = Messages.run.formatted(run.repeats(), boxes);
    if (boxes <= SMALL) {
      return new Item.Fold(id(inside), run.repeats(), caption, inside);
    }
    List<Item> blocks = new ArrayList<>();
    for (int i = 0; i < run.repeats(); i++) {
      List<Item> block = inside.subList(i * run.length(), (i + 1) * run.length());
      String number = Messages.block.formatted(i + 1, run.repeats(), boxes);
      blocks.add(new Item.Fold(id(block), 1, number, block));
    }
    return new Item.Fold(id(inside), run.repeats(), caption, blocks);
  }

  /** First and last box tell a fold from every other, and do not change when others unfold. */
  private String id(List<Item> inside) {
    int first = inside.getFirst().boxes().findFirst().orElseThrow();
    int last = inside.getLast().boxes().reduce((a, b) -> b).orElseThrow();
    return "fold:" + diagram.box(first).id() + ":" + diagram.box(last).id();
  }

  private Chain chain() {
    int[] itemOfBox = new int[diagram.boxes().size()];
    int[] label = new int[items.size()];
    int[] repeats = new int[items.size()];
    for (int i = 0; i < items.size(); i++) {
      int item = i;
      items.get(i).boxes().forEach(box -> itemOfBox[box] = item);
      label[i] = label(items.get(i));
      repeats[i] = items.get(i) instanceof Item.Fold fold ? fold.repeats() : 1;
    }
    return new Chain(label, repeats, before(itemOfBox), layers());
  }

  private int[][] before(int[] itemOfBox) {
    int[][] before = new int[items.size()][];
    for (int i = 0; i < before.length; i++) {
      int item = i;
      before[i] =
          items
              .get(i)
              .boxes()
              .flatMap(diagram::before)
              .map(box -> itemOfBox[box])
              .filter(other -> other < item)
              .distinct()
              .sorted()
              .toArray();
    }
    return before;
  }

  private BitSet layers() {
    BitSet layers = new BitSet();
    IntStream.range(0, items.size()).filter(i -> isLayer(items.get(i))).forEach(layers::set);
    return layers;
  }

  private boolean isLayer(Item item) {
    return diagram.box(item.boxes().findFirst().orElseThrow()).kind().equals(LAYER);
  }

  private int label(Item item) {
    Object shape =
        switch (item) {
          case Item.Leaf leaf -> {
            Box box = diagram.box(leaf.box());
            yield List.of(box.title(), box.kind());
          }
          case Item.Fold fold ->
              List.of(fold.repeats(), fold.items().stream().map(this::label).toList());
        };
    Integer fresh = labels.size();
    return labels.computeIfAbsent(shape, any -> fresh);
  }
}
