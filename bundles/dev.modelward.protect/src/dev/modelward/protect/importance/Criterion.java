// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.importance;

/** By what blocks are judged to matter. */
public sealed interface Criterion {

  /**
   * How much the loss should grow when a decoy takes the block's place: the sum over its weights of
   * the mean squared gradient times the mean squared difference to a decoy. Gradients of a batch
   * are summed under random signs, drawn from the seed, which makes their square the sum of squares
   * on average.
   */
  record Fisher(int batch, long seed) implements Criterion {
    /** Refuses an empty batch. */
    public Fisher {
      atLeastOne("a batch", batch);
    }

    /** With the batch that is usual. */
    public static Fisher usual() {
      return new Fisher(16, 0);
    }
  }

  /**
   * PSS: which gates a network refuses to close that is rewarded for closed ones. The score is the
   * number of weights that a block's gate leaves open on average (Tian et al.: Probabilistic
   * Selective Encryption of Convolutional Neural Networks for Hierarchical Services, CVPR 2021).
   */
  record ProbabilisticSelection(Gates gates, Turns turns, double penalty, double start, Pace pace)
      implements Criterion {
    /** Refuses a penalty that is a reward. */
    public ProbabilisticSelection {
      if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY) || !Double.isFinite(start)) {
        throw new IllegalArgumentException(
            "expected a penalty of at least 0 and a start, found %s and %s"
                .formatted(penalty, start));
      }
    }

    /** Gates of all layers, drawn anew for each step, for two ways through the data. */
    public static ProbabilisticSelection usual() {
      return new ProbabilisticSelection(
          Gates.STOCHASTIC, Turns.JOINT, 1e-4, 2.5, new Pace(2, 32, 1, 0.9, 0));
    }

    /** These for other epochs and batches. */
    public ProbabilisticSelection paced(int epochs, int batch) {
      Pace other = new Pace(epochs, batch, pace.rate(), pace.momentum(), pace.seed());
      return new ProbabilisticSelection(gates, turns, penalty, start, other);
    }

    /** The settings of the published program for VGG19. */
    public static ProbabilisticSelection published() {
      return new ProbabilisticSelection(
          Gates.DETERMINISTIC, Turns.LAYER_BY_LAYER, 1e-4, 1, new Pace(130, 150, 0.1, 0.9, 0));
    }
  }

  /** What a gate does while it is trained. */
  enum Gates {
    /** It is drawn anew for each step. */
    STOCHASTIC,
    /** It stands where it stands on average, as in the published program. */
    DETERMINISTIC
  }

  /** Which gates are trained together. */
  enum Turns {
    /** Those of all layers. */
    JOINT,
    /** Those of one layer after the other, the rest being open, as in the published program. */
    LAYER_BY_LAYER
  }

  /** How gates are trained: for so many epochs, after which they are what they are. */
  record Pace(int epochs, int batch, double rate, double momentum, long seed) {
    /** Refuses a training without an epoch or a batch. */
    public Pace {
      atLeastOne("an epoch", epochs);
      atLeastOne("a batch", batch);
    }
  }

  /**
   * How much the loss does grow when decoys take the place of blocks. Whole layers are tried first,
   * then halves of what did most harm, and so on, until so many were tried; a part that was not
   * broken up shares its harm among its blocks.
   */
  record Ablation(int trials, int batch, long seed) implements Criterion {
    /** Refuses to try nothing. */
    public Ablation {
      atLeastOne("a trial", trials);
      atLeastOne("a batch", batch);
    }

    /** As many trials as find the most harmful parts of a network of some layers. */
    public static Ablation usual() {
      return new Ablation(1024, 16, 0);
    }
  }

  /** The sum of the absolute weights, as a batch norm behind the layer scales them; a baseline. */
  record Magnitude() implements Criterion {}

  /** Chance; a baseline. */
  record Random(long seed) implements Criterion {}

  /** Whether samples are looked at. */
  default boolean needsData() {
    return !(this instanceof Magnitude || this instanceof Random);
  }

  private static void atLeastOne(String what, long number) {
    if (number < 1) {
      throw new IllegalArgumentException("expected " + what + ", found " + number);
    }
  }
}
