// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.curve.Curve;
import dev.modelward.protect.curve.Plotter;
import dev.modelward.protect.curve.Point;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.CriterionText;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Ranking;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Curves of one model, from what it is calibrated on and what it is tested on, for the report. */
record Plot(
    String name,
    OnnxModel model,
    Predicate<LayerBlocks> layers,
    Dataset calibration,
    Dataset test,
    Metric metric) {
  private static final int SEEDS = 5;

  /** The map by a criterion; the report tells how long it took. */
  ImportanceMap map(Criterion criterion, Report report) throws Exception {
    ImportanceMap map =
        Analyzer.on(2).of(layers).analyze(model, calibration, criterion, Progress.NONE);
    report.add(
        "Importance: time",
        name + ", " + CriterionText.of(criterion),
        "%.1f s for %d samples"
            .formatted(map.provenance().cost().seconds(), map.provenance().cost().samples()),
        "-");
    return map;
  }

  /** Measures a curve with the decoys of five seeds; the report tells all of it. */
  Curve curve(ImportanceMap map, Ranking ranking, Report report, Double... shares)
      throws Exception {
    EvaluationSettings settings = EvaluationSettings.cpu(2).by(metric);
    Curve curve =
        new Plotter(List.of(shares), SEEDS, settings)
            .plot(model, test, new Plotter.Order(map, ranking), Progress.NONE);
    String criterion = CriterionText.of(curve.criterion()).split(" ")[0];
    String reach = ranking.reach().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String cap = ranking.cap() < 1 ? ", cap " + ranking.cap() : "";
    for (Point point : curve.points()) {
      report.add(
          "Importance: " + name + ", " + metric + ", plain " + figure(curve.plain()),
          "%s, %s%s, %.3f %%".formatted(criterion, reach, cap, 100 * point.asked()),
          "%s +- %s; %d blocks: %s"
              .formatted(
                  figure(point.mean()),
                  figure((point.interval().high() - point.interval().low()) / 2),
                  point.choice().count(),
                  spread(point.choice())),
          "-");
    }
    return curve;
  }

  private String figure(double value) {
    return metric.isShare() ? "%.2f %%".formatted(100 * value) : "%.3f".formatted(value);
  }

  private static String spread(Choice choice) {
    return choice.spread().stream()
        .map(part -> Long.toString(part.chosen()))
        .collect(Collectors.joining(" "));
  }

  /** What was measured at a share. */
  static double at(Curve curve, double share) {
    return curve.points().stream()
        .filter(point -> point.asked() == share)
        .mapToDouble(Point::mean)
        .findFirst()
        .orElseThrow();
  }
}
