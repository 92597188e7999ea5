// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.fisher;

import dev.modelward.learn.chance.SplitMix64;
import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.data.Selection;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.train.Keeping;
import dev.modelward.protect.calibration.Hands;
import dev.modelward.protect.calibration.Tally;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;

/**
 * One way through the samples that adds up the harm they see in decoys. Batches are examined on
 * several threads and added in their order, so that the sum does not depend on the threads.
 */
public final class FisherScan {
  private static final long KEEP_AFTER = 60_000_000_000L;

  private final Tally tally;
  private final Examiners examiners;
  private final int threads;
  private final Keeping keeping;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long kept = System.nanoTime();

  /** A scan that adds to a tally what examiners find, on so many threads. */
  public FisherScan(Tally tally, Examiners examiners, int threads, Keeping keeping) {
    this.tally = tally;
    this.examiners = examiners;
    this.threads = threads;
    this.keeping = keeping;
  }

  /** A batch that is being examined. */
  private record Pending(Examiner examiner, Future<List<double[]>> harm) {}

  /** Goes on from where the tally is, in batches of at most so many. */
  public void run(OpenDataset data, int size, long seed, Progress progress)
      throws RunException, IOException, MismatchException, UnsupportedNodeException {
    Selection rest = new Selection.Span(tally.done(), data.records());
    long from = tally.done();
    try (Hands hands = new Hands(threads);
        Batches batches = data.batches(size, rest)) {
      while (batches.next()) {
        progress.checkCancelled();
        if (pending.size() > threads) {
          finishOldest(data.records(), progress);
        }
        Examiner examiner = examiners.take(batches.batch());
        examiner.take(batches.batch());
        SplitMix64 chance = SplitMix64.of(seed, from + batches.batch().first());
        pending.add(new Pending(examiner, hands.give(() -> examiner.examine(chance))));
      }
      while (!pending.isEmpty()) {
        progress.checkCancelled();
        finishOldest(data.records(), progress);
      }
    } catch (CancellationException e) {
      tally.keep(keeping);
      throw e;
    } finally {
      dismiss();
    }
  }

  private void finishOldest(long all, Progress progress)
      throws RunException, IOException, MismatchException {
    Pending oldest = pending.remove();
    int size = oldest.examiner().size();
    try {
      tally.add(Hands.take(oldest.harm()), size);
    } finally {
      examiners.give(oldest.examiner());
    }
    progress.done((double) tally.done() / all);
    progress.tell("%d of %d samples".formatted(tally.done(), all));
    if (System.nanoTime() - kept > KEEP_AFTER) {
      tally.keep(keeping);
      kept = System.nanoTime();
    }
  }

  /** Waits for who is still at work, whose findings nobody wants any more. */
  private void dismiss() throws RunException {
    for (Pending each : pending) {
      try {
        Hands.take(each.harm());
      } catch (RunException | IOException | MismatchException unwanted) {
        // the failure that ended the scan is the one to be told
      }
      examiners.give(each.examiner());
    }
    pending.clear();
  }
}
