// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Figure;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.variants.Variant;
import dev.modelward.learn.variants.Variants;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.Ranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures curves: at which shares, with the decoys of how many seeds, and how models are judged.
 */
public record Plotter(List<Double> shares, int seeds, EvaluationSettings settings) {

  /** Keeps its own copy, and refuses to measure nothing. */
  public Plotter {
    shares = List.copyOf(shares);
    if (shares.isEmpty() || seeds < 1) {
      throw new IllegalArgumentException(
          "expected at least one share and one seed, found %s and %d".formatted(shares, seeds));
    }
  }

  /** The curve of a model whose blocks are ranked by a map, on a data set. */
  public Curve plot(OnnxModel model, Dataset data, Order order, Progress progress)
      throws RunException, IOException, MismatchException, MapException {
    Masquerade masquerade = Masquerade.of(model, order.map());
    List<Choice> choices =
        shares.stream().map(share -> order.ranking().choose(order.map(), share)).toList();
    List<Variant> variants = new ArrayList<>(List.of(Variant.none()));
    for (Choice choice : choices) {
      variants.addAll(masquerade.variants(choice, seeds));
    }
    List<Evaluation> measured;
    try (Variants all = Variants.open(masquerade.model(), masquerade.weights(), data, settings)) {
      measured = all.evaluate(variants, progress);
    }
    Metric metric = measured.getFirst().figures().getFirst().metric();
    List<Double> values =
        measured.stream().map(found -> found.figure(metric)).map(Figure::value).toList();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      List<Double> ofPoint = values.subList(1 + i * seeds, 1 + (i + 1) * seeds);
      points.add(new Point(shares.get(i), choices.get(i), ofPoint));
    }
    return new Curve(
        order.map().provenance().criterion(), order.ranking(), metric, values.getFirst(), points);
  }

  /** In which order blocks are replaced. */
  public record Order(ImportanceMap map, Ranking ranking) {}
}
