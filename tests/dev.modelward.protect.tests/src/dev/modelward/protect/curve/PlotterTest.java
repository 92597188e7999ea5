// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Evaluator;
import dev.modelward.learn.evaluate.Interval;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.evaluate.Subject;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.transform.Transform;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.importance.Choice;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.testkit.Models;
import dev.modelward.testkit.StrictProgress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How good a model is when more and more of its blocks are decoys. */
class PlotterTest {
  private static final List<Double> SHARES = List.of(0., .3, 1.);

  private static EvaluationSettings settings() {
    return EvaluationSettings.cpu(2).by(Metric.CROSS_ENTROPY, Metric.TOP_1).batch(8);
  }

  private static Dataset signs() {
    return Dataset.of(new Origin.Glyphs(3, 40)).with(new Transform.Scale(255));
  }

  private static Curve plot(Plotter plotter, OnnxModel model) throws Exception {
    Plotter.Order order = new Plotter.Order(Figures.map(model), Ranking.global());
    try (StrictProgress progress = new StrictProgress()) {
      return plotter.plot(model, signs(), order, progress);
    }
  }

  private static List<List<Double>> values(Curve curve) {
    return curve.points().stream().map(Point::values).toList();
  }

  @Test
  void noDecoysGiveThePlainFigureAndDecoysDoNot() throws Exception {
    OnnxModel model = Figures.network();
    Curve curve = plot(new Plotter(SHARES, 3, settings()), model);
    assertEquals(Metric.CROSS_ENTROPY, curve.metric());
    assertEquals(new Criterion.Random(1), curve.criterion());
    assertEquals(Ranking.global(), curve.ranking());
    assertEquals(SHARES, curve.points().stream().map(Point::asked).toList());
    for (double value : curve.points().getFirst().values()) {
      assertEquals(curve.plain(), value);
    }
    for (Point point : curve.points().subList(1, 3)) {
      assertEquals(3, point.values().size());
      assertEquals(3, point.values().stream().distinct().count());
      assertTrue(point.values().stream().noneMatch(value -> value == curve.plain()));
    }
    assertEquals(1, curve.points().getLast().choice().share());
  }

  @Test
  void thePlainFigureIsThatOfTheModel() throws Exception {
    OnnxModel model = Figures.network();
    Curve curve = plot(new Plotter(SHARES, 1, settings()), model);
    EvaluationSettings one = settings().on(1);
    try (Evaluator evaluator =
        Evaluator.of(Subject.open(model, one.output(), one.session(), Map.of()), one)) {
      assertEquals(
          evaluator
              .evaluate(signs().open(), Progress.asking(() -> {}))
              .figure(Metric.CROSS_ENTROPY)
              .value(),
          curve.plain(),
          1e-5);
    }
  }

  @Test
  void theSameSeedsGiveTheSameCurveWhateverOtherSharesThereAre() throws Exception {
    Plotter plotter = new Plotter(List.of(.3), 2, settings().on(1));
    List<List<Double>> alone = values(plot(plotter, Figures.network()));
    assertEquals(alone, values(plot(plotter, Figures.network())));
    Curve more = plot(new Plotter(List.of(1., .3, .1), 2, settings()), Figures.network());
    assertEquals(alone.getFirst(), values(more).get(1));
    assertNotEquals(alone.getFirst(), values(more).get(2));
  }

  @Test
  void weightsOfConstantNodesAreReplacedToo() throws Exception {
    OnnxModel model = Figures.network();
    Graph graph = model.graph();
    GraphEdit edit = graph.edit();
    for (int i = 0; i < graph.initializers().size(); i++) {
      Tensor tensor = graph.initializers().get(i);
      if (tensor.name().endsWith(".weight")) {
        edit.removeInitializer(i);
        edit.insertNode(
            0,
            Node.of("Constant", List.of(), List.of(tensor.name()))
                .with(Attribute.of("value", tensor)));
      }
    }
    Plotter plotter = new Plotter(SHARES, 2, settings());
    Curve expected = plot(plotter, model);
    Curve found = plot(plotter, model.with(edit.apply()));
    assertEquals(expected.plain(), found.plain(), 1e-5);
    for (int i = 0; i < SHARES.size(); i++) {
      assertEquals(expected.points().get(i).mean(), found.points().get(i).mean(), 1e-4);
    }
  }

  @Test
  void aMapOfAnotherModelIsRefused() throws Exception {
    ImportanceMap map = Figures.map(Models.smallCnn());
    Plotter plotter = new Plotter(SHARES, 1, settings());
    Plotter.Order order = new Plotter.Order(map, Ranking.global());
    assertThrows(
        MapException.class,
        () -> plotter.plot(Figures.network(), signs(), order, Progress.asking(() -> {})));
  }

  @Test
  void refusesToMeasureNothing() {
    assertThrows(IllegalArgumentException.class, () -> new Plotter(List.of(), 1, settings()));
    assertThrows(IllegalArgumentException.class, () -> new Plotter(SHARES, 0, settings()));
  }

  private static Point point(Double... values) throws Exception {
    Choice choice = Ranking.global().choose(Figures.map(Models.twoLayerMlp()), .5);
    return new Point(.5, choice, List.of(values));
  }

  @Test
  void theMeanOfASeedsValuesLiesInAnIntervalOfStudents() throws Exception {
    Point point = point(2., 4., 4., 4., 6.);
    assertEquals(4, point.mean());
    assertEquals(Math.sqrt(2), point.deviation(), 1e-12);
    // the quantile of 0.975 at 4 degrees of freedom
    double reach = 2.776445 * Math.sqrt(2) / Math.sqrt(5);
    assertEquals(4 - reach, point.interval().low(), 1e-5);
    assertEquals(4 + reach, point.interval().high(), 1e-5);
  }

  @Test
  void aSingleValueMayStandForAnyMean() throws Exception {
    assertEquals(0, point(3.).deviation());
    assertEquals(
        new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), point(3.).interval());
    assertThrows(IllegalArgumentException.class, () -> point());
  }
}
