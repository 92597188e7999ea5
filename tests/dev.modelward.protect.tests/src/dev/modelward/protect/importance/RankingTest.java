// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What is chosen is what a sorting of all blocks would choose. */
class RankingTest {
  private static final int ROUNDS = 400;

  /** A block of a map. */
  private record Block(int layer, long block, float density, int taps) {
    // 0 and -0 are the same
    private static final Comparator<Block> BEST_FIRST =
        Comparator.<Block>comparingDouble(block -> -block.density + 0.0)
            .thenComparingInt(Block::layer)
            .thenComparingLong(Block::block);
  }

  private static List<Block> sorted(ImportanceMap map) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < map.layers().size(); i++) {
      ScoredLayer layer = map.layers().get(i);
      for (long block = 0; block < layer.scores().count(); block++) {
        blocks.add(new Block(i, block, layer.density(block), layer.tiling().taps()));
      }
    }
    blocks.sort(Block.BEST_FIRST);
    return blocks;
  }

  private static List<TreeSet<Long>> nothing(ImportanceMap map) {
    List<TreeSet<Long>> none = new ArrayList<>();
    map.layers().forEach(layer -> none.add(new TreeSet<>()));
    return none;
  }

  private static void expect(List<TreeSet<Long>> expected, Choice found) {
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i).stream().mapToLong(Long::longValue).toArray(), found.of(i));
    }
  }

  private static void rounds(BiConsumer<ImportanceMap, SplittableRandom> test) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      test.accept(Charts.random(random), random);
    }
  }

  @Test
  void aGlobalChoiceIsTheBeginningOfAllBlocksInOrder() {
    rounds((map, random) -> {
      long room = random.nextLong(map.weights() + 1);
      List<TreeSet<Long>> expected = nothing(map);
      long rest = room;
      for (Block block : sorted(map)) {
        rest -= block.taps();
        if (rest >= 0) {
          expected.get(block.layer()).add(block.block());
        } else {
          rest = Long.MIN_VALUE / 2;
        }
      }
      Choice choice = Ranking.global().choose(map, (double) room / map.weights());
      expect(expected, choice);
      assertTrue(choice.weights() <= room);
    });
  }

  @Test
  void aChoiceOfEachLayerIsTheBeginningOfItsBlocksInOrder() {
    rounds((map, random) -> {
      double share = random.nextDouble();
      List<TreeSet<Long>> expected = nothing(map);
      for (Block block : sorted(map)) {
        long wanted = Math.round(share * map.layers().get(block.layer()).scores().count());
        if (expected.get(block.layer()).size() < wanted) {
          expected.get(block.layer()).add(block.block());
        }
      }
      expect(expected, Ranking.perLayer().choose(map, share));
    });
  }

  /** What so many of all blocks in order count, each layer up to a limit. */
  private static double counted(ImportanceMap map, List<Block> blocks, double limit) {
    double sum = 0;
    for (int i = 0; i < map.layers().size(); i++) {
      int layer = i;
      long weights =
          blocks.stream().filter(block -> block.layer() == layer).mapToLong(Block::taps).sum();
      sum += Math.min(weights, Math.max(limit, map.layers().get(i).tiling().taps()));
    }
    return sum;
  }

  @Test
  void withACapEachLayerGivesItsFirstBlocksUpToIt() {
    rounds((map, random) -> {
      double cap = random.nextDouble(.05, 1);
      long room = random.nextLong(map.weights() + 1);
      List<Block> blocks = sorted(map);
      int reached = 0;
      while (reached < blocks.size()
          && counted(map, blocks.subList(0, reached + 1), cap * room) <= room + 1e-9) {
        reached++;
      }
      List<TreeSet<Long>> expected = nothing(map);
      for (Block block : blocks.subList(0, reached)) {
        TreeSet<Long> chosen = expected.get(block.layer());
        if (chosen.isEmpty() || (chosen.size() + 1) * block.taps() <= cap * room) {
          chosen.add(block.block());
        }
      }
      Choice choice = Ranking.global().capped(cap).choose(map, (double) room / map.weights());
      expect(expected, choice);
      assertTrue(choice.weights() <= room);
    });
  }

  @Test
  void aCapIsNeverExceededButByAFirstBlock() {
    for (Ranking.Reach reach : Ranking.Reach.values()) {
      rounds((map, random) -> {
        double cap = random.nextDouble(.01, 1);
        double share = random.nextDouble();
        Choice choice = new Ranking(reach, cap).choose(map, share);
        for (int i = 0; i < map.layers().size(); i++) {
          int taps = map.layers().get(i).tiling().taps();
          int chosen = choice.of(i).length;
          assertTrue(chosen <= 1 || chosen * taps <= cap * share * map.weights() + 1e-6);
        }
      });
    }
  }

  private static void assertPart(Choice small, Choice large) {
    for (int i = 0; i < small.map().layers().size(); i++) {
      List<Long> all = Arrays.stream(large.of(i)).boxed().toList();
      for (long block : small.of(i)) {
        assertTrue(all.contains(block));
      }
    }
  }

  private static void assertNested(Ranking ranking, ImportanceMap map) {
    Choice before = ranking.choose(map, 0);
    for (long room = 0; room <= map.weights(); room++) {
      Choice after = ranking.choose(map, (double) room / map.weights());
      assertPart(before, after);
      before = after;
    }
  }

  @Test
  void aSmallerChoiceIsPartOfALargerOne() {
    for (Ranking.Reach reach : Ranking.Reach.values()) {
      for (double cap : new double[] {1, .7, .4, .25, .1}) {
        Ranking ranking = new Ranking(reach, cap);
        rounds((map, random) -> assertNested(ranking, map));
      }
    }
  }

  @Test
  void noShareIsNothingAndAllOfItIsAll() {
    rounds((map, random) -> {
      for (Ranking.Reach reach : Ranking.Reach.values()) {
        Ranking ranking = new Ranking(reach, 1);
        assertEquals(0, ranking.choose(map, 0).count());
        Choice all = ranking.choose(map, 1);
        assertEquals(map.blocks(), all.count());
        assertEquals(1, all.share());
        assertEquals(map.weights() / 1000., all.shareOfAll());
      }
    });
  }

  @Test
  void scoresThatAreNoNumbersComeLast() {
    ScoredLayer layer =
        Charts.layer(
            "a", 1, Charts.unchecked(Float.NaN, 2, Float.NEGATIVE_INFINITY, -Float.NaN, 1));
    ImportanceMap map = Charts.of(layer);
    assertArrayEquals(new long[] {1, 2, 4}, Ranking.global().choose(map, .6).of(0));
    assertArrayEquals(new long[] {0, 1, 2, 4}, Ranking.perLayer().choose(map, .8).of(0));
    assertEquals(5, Ranking.global().choose(map, 1).count());
  }

  @Test
  void aShareOfTenthsLosesNoBlock() {
    ImportanceMap map = Charts.of(Charts.layer("a", 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    assertEquals(3, Ranking.global().choose(map, .3).count());
    assertEquals(3, Ranking.global().choose(map, .1 + .2).count());
    assertEquals(7, Ranking.global().choose(map, .7).count());
    assertEquals(2, Ranking.global().choose(map, .29).count());
  }

  @Test
  void aChoiceTellsHowItSpreads() {
    ImportanceMap map =
        Charts.of(
            Charts.layer("a", 2, 9, 9, 1), Charts.layer("b", 4, 1, 1), Charts.layer("c", 1, 0));
    Choice choice = Ranking.global().choose(map, .3);
    assertEquals(4, choice.weights());
    assertEquals(4 / 15., choice.share());
    assertEquals(.004, choice.shareOfAll());
    assertEquals(
        List.of(
            new Choice.Part("a", 2, 3, 1),
            new Choice.Part("b", 0, 2, 0),
            new Choice.Part("c", 0, 1, 0)),
        choice.spread());
    assertEquals(
        List.of(0., 0., 0.),
        Ranking.global().choose(map, 0).spread().stream().map(Choice.Part::ofChoice).toList());
  }

  @Test
  void aMapWithoutLayersGivesNothing() {
    Choice choice = Ranking.global().choose(Charts.of(), 1);
    assertEquals(0, choice.count());
    assertEquals(0, choice.share());
  }

  @Test
  void refusesSharesAndCapsThatAreNone() {
    ImportanceMap map = Charts.of();
    for (double share : new double[] {-.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> Ranking.global().choose(map, share));
    }
    for (double cap : new double[] {0, -1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> Ranking.global().capped(cap));
    }
  }

  @Test
  void whatIsLeftOfAChoiceIsWhatAnotherDoesNotHave() {
    rounds((map, random) -> {
      Choice one = Ranking.global().choose(map, random.nextDouble());
      Choice other = Ranking.perLayer().choose(map, random.nextDouble());
      List<TreeSet<Long>> expected = nothing(map);
      for (int i = 0; i < expected.size(); i++) {
        Arrays.stream(one.of(i)).forEach(expected.get(i)::add);
        Arrays.stream(other.of(i)).forEach(expected.get(i)::remove);
      }
      expect(expected, one.without(other));
    });
  }
}
