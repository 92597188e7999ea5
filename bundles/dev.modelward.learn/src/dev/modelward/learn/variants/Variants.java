// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Evaluates many variants of a model on one data set. Weights are edited in place if a check at the
 * beginning proves that ONNX Runtime sees every edit; else each variant gets a session of its own.
 * Threads are used over several variants, or over the batches of one.
 */
public final class Variants implements AutoCloseable {
  private final Inquiry inquiry;
  private final Way way;
  private final List<Desk> desks;

  private Variants(Inquiry inquiry, Way way, List<Desk> desks) {
    this.inquiry = inquiry;
    this.way = way;
    this.desks = desks;
  }

  /** Makes ready for variants that differ in some initializers. */
  public static Variants open(
      OnnxModel model, Set<String> weights, Dataset data, EvaluationSettings settings)
      throws RunException, IOException, MismatchException {
    Inquiry inquiry = new Inquiry(model, weights, data, settings);
    List<Desk> desks = new ArrayList<>();
    EditingDesk first = new EditingDesk(inquiry);
    if (first.seesEveryEdit()) {
      desks.add(first);
      return new Variants(inquiry, Way.IN_PLACE, desks);
    }
    first.close();
    return rebuilding(inquiry);
  }

  /** The slower way, which works where a session may do with weights what it likes. */
  static Variants rebuilding(Inquiry inquiry) throws IOException {
    return new Variants(
        inquiry, Way.REBUILT, new ArrayList<>(List.of(new RebuildingDesk(inquiry))));
  }

  /** How the variants are evaluated. */
  public Way way() {
    return way;
  }

  /** Evaluates one variant, with all threads for its batches. */
  public Evaluation evaluate(Variant variant, Progress progress)
      throws RunException, IOException, MismatchException {
    return desks.getFirst().evaluate(variant, inquiry.settings().threads(), progress);
  }

  /** Evaluates variants in any number, a thread for each; the results are in their order. */
  public List<Evaluation> evaluate(List<Variant> variants, Progress progress)
      throws RunException, IOException, MismatchException {
    int threads = Math.min(inquiry.settings().threads(), variants.size());
    while (desks.size() < threads) {
      desks.add(desk());
    }
    return new Round(desks.subList(0, threads), variants).run(progress);
  }

  private Desk desk() throws RunException, IOException, MismatchException {
    return switch (way) {
      case IN_PLACE -> new EditingDesk(inquiry);
      case REBUILT -> new RebuildingDesk(inquiry);
    };
  }

  @Override
  public void close() throws RunException, IOException {
    for (Desk desk : desks) {
      desk.close();
    }
  }
}
