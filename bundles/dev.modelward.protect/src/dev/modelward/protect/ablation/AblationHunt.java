// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.ablation;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.train.Keeping;
import dev.modelward.protect.calibration.Hands;
import dev.modelward.protect.calibration.Tally;
import dev.modelward.protect.decoy.Disguise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hunts for the blocks that do most harm: tries whole layers, then both halves of the part that did
 * most harm, and so on. What each try found is a number in the first row of the tally.
 */
public final class AblationHunt {
  /** As many parts are broken up at a time, whatever the number of threads. */
  private static final int AT_A_TIME = 4;

  private final Tally tally;
  private final List<Disguise> layers;
  private final BlockingQueue<Trial> free;
  private final Keeping keeping;
  private final PriorityQueue<Part> parts =
      new PriorityQueue<>(
          Comparator.comparingDouble(Part::harm)
              .reversed()
              .thenComparingInt(Part::layer)
              .thenComparingLong(Part::from));
  private final List<Part> single = new ArrayList<>();
  private int tried;

  /** A hunt in some layers, each trial of which has a thread of its own. */
  public AblationHunt(Tally tally, List<Disguise> layers, List<Trial> trials, Keeping keeping) {
    this.tally = tally;
    this.layers = layers;
    this.free = new LinkedBlockingQueue<>(trials);
    this.keeping = keeping;
  }

  /** Blocks of a layer that follow each other, and the harm that decoys do in all of them. */
  private record Part(int layer, long from, long to, double harm) {
    long count() {
      return to - from;
    }
  }

  /** Blocks of a layer that follow each other, which are to be tried. */
  private record Question(int layer, long from, long to) {}

  /** The harm of each block, by layers. */
  public List<double[]> run(double plain, Progress progress)
      throws RunException, IOException, MismatchException {
    List<Question> next = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      next.add(new Question(i, 0, layers.get(i).blocks().count()));
    }
    try (Hands hands = new Hands(free.size())) {
      while (!next.isEmpty() && tried < room()) {
        ask(next, plain, hands, progress);
        next = halves();
      }
    } catch (CancellationException e) {
      tally.keep(keeping);
      throw e;
    }
    return shared();
  }

  private int room() {
    return tally.rows().getFirst().length;
  }

  private void ask(List<Question> questions, double plain, Hands hands, Progress progress)
      throws RunException, IOException, MismatchException {
    List<Question> asked = questions.subList(0, Math.min(questions.size(), room() - tried));
    List<Future<Double>> answers = new ArrayList<>();
    for (Question question : asked.subList(known(asked), asked.size())) {
      answers.add(hands.give(() -> loss(question, progress) - plain));
    }
    for (Future<Double> answer : answers) {
      tally.append(Hands.take(answer));
      progress.done((double) tally.done() / room());
      progress.tell("%d of %d trials".formatted(tally.done(), room()));
    }
    for (Question question : asked) {
      double harm = tally.rows().getFirst()[tried++];
      Part part = new Part(question.layer(), question.from(), question.to(), harm);
      (part.count() == 1 ? single : parts).add(part);
    }
  }

  /** How many of the questions were answered before this hunt was resumed. */
  private int known(List<Question> asked) {
    return Math.clamp(tally.done() - tried, 0, asked.size());
  }

  private double loss(Question question, Progress progress)
      throws RunException, IOException, InterruptedException {
    Trial trial = free.take();
    try {
      progress.checkCancelled();
      return trial.loss(question.layer(), question.from(), question.to());
    } finally {
      free.add(trial);
    }
  }

  private List<Question> halves() {
    List<Question> halves = new ArrayList<>();
    for (int i = 0; i < AT_A_TIME && !parts.isEmpty() && tried + halves.size() + 2 <= room(); i++) {
      Part worst = parts.remove();
      long middle = (worst.from() + worst.to()) / 2;
      halves.add(new Question(worst.layer(), worst.from(), middle));
      halves.add(new Question(worst.layer(), middle, worst.to()));
    }
    return halves;
  }

  /** A part that was not broken up shares its harm among its blocks. */
  private List<double[]> shared() {
    List<double[]> harm = new ArrayList<>();
    for (Disguise layer : layers) {
      harm.add(new double[Math.toIntExact(layer.blocks().count())]);
    }
    single.addAll(parts);
    for (Part part : single) {
      double[] row = harm.get(part.layer());
      Arrays.fill(row, (int) part.from(), (int) part.to(), part.harm() / part.count());
    }
    return harm;
  }
}
