// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.learn.card.DataCard;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.train.TrainingException;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.curve.Plotter;
import dev.modelward.protect.importance.CriterionText;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.Ranking;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.protect.plan.Limit;
import dev.modelward.protect.plan.Survey;
import dev.modelward.protect.plan.Target;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.protect.planner.Placement;
import dev.modelward.protect.planner.Planner;
import dev.modelward.protect.planner.UnreachableException;
import dev.modelward.protect.planner.View;
import dev.modelward.protect.planner.Yardstick;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Works plans out, on some threads, with a tool of some version. */
public record Drafter(int threads, String tool) {
  private static final double ANALYSIS = 0.3;

  /**
   * What a plan comes to. Where its importance map is missing, it is made and written to its place.
   */
  public Draft draft(PlanFile file, Progress progress)
      throws RunException,
          IOException,
          MismatchException,
          MapException,
          TrainingException,
          UnreachableException,
          LimitException {
    ExposurePlan plan = file.plan();
    OnnxModel model = OnnxModel.open(plan.model());
    ImportanceMap map =
        chosen(model, map(plan, model, progress.part("importance", ANALYSIS)), plan);
    Dataset data = DataCard.read(plan.data().measure()).dataset();
    Plotter.Order order = new Plotter.Order(map, plan.survey().ranking());
    Mending mending = new Mending(plan, model, order, Yardstick.of(data));
    EvaluationSettings settings = EvaluationSettings.cpu(threads);
    Placement placement =
        new Planner(plan.tiers(), plan.decoys(), settings)
            .place(model, order, mending.yardstick(), progress.part("views", 1 - ANALYSIS));
    check(placement, mending, progress);
    return new Draft(file, model, placement, provenance(file, map, data));
  }

  private ImportanceMap map(ExposurePlan plan, OnnxModel model, Progress progress)
      throws RunException, IOException, MismatchException, MapException, TrainingException {
    Survey survey = plan.survey();
    if (Files.exists(survey.map())) {
      ImportanceMap map = ImportanceMap.open(survey.map());
      Analyzer.check(map, model, survey.map().toString());
      progress.done(1);
      return map;
    }
    Analyzer analyzer = Analyzer.on(threads).by(survey.judging()).of(survey.layers());
    ImportanceMap made =
        survey.criterion().needsData()
            ? analyzer.analyze(
                model,
                survey.of(DataCard.read(plan.data().calibrate()).dataset()),
                survey.criterion(),
                progress)
            : analyzer.analyze(model, survey.criterion(), progress);
    made.write(survey.map());
    return made;
  }

  /** Of a map, the layers that a plan speaks of. */
  private static ImportanceMap chosen(OnnxModel model, ImportanceMap map, ExposurePlan plan)
      throws IOException {
    Set<String> names =
        Blocks.of(model).only(plan.survey().layers()).layers().stream()
            .map(LayerBlocks::name)
            .collect(Collectors.toSet());
    return new ImportanceMap(
        map.layers().stream().filter(layer -> names.contains(layer.weight())).toList(),
        map.parameters(),
        map.provenance(),
        map.findings());
  }

  private void check(Placement placement, Mending mending, Progress progress)
      throws LimitException, RunException, IOException, MismatchException, MapException {
    Progress asking = Progress.asking(progress::checkCancelled);
    List<LimitException.Breach> breaches = new ArrayList<>();
    for (Limit limit : mending.plan().limits()) {
      for (View view : placement.views()) {
        double measured = view.quality().mean();
        if (view.tier().name().equals(limit.view()) && !limit.keeps(measured)) {
          breaches.add(
              new LimitException.Breach(
                  limit,
                  placement.evidence().text(measured),
                  view.share(),
                  mending.enough(limit, EvaluationSettings.cpu(threads), asking)));
        }
      }
    }
    if (!breaches.isEmpty()) {
      throw new LimitException(breaches);
    }
  }

  private Map<String, String> provenance(PlanFile file, ImportanceMap map, Dataset data)
      throws IOException {
    ExposurePlan plan = file.plan();
    Map<String, String> all = new TreeMap<>();
    all.put("tool", tool);
    all.put("plan", file.digest());
    all.put("targets", targets(plan));
    all.put("model", map.provenance().model());
    all.put("importance.data", map.provenance().data());
    all.put("importance.criterion", CriterionText.of(map.provenance().criterion()));
    all.put("importance.date", map.provenance().date().toString());
    all.put("ranking", words(plan.survey().ranking()));
    all.put("measured", data.digest());
    all.put("decoys", plan.decoys().kind().word());
    all.put("seeds", Integer.toString(plan.decoys().seeds()));
    return all;
  }

  private static String targets(ExposurePlan plan) {
    return plan.tiers().stream()
        .map(tier -> tier.name() + ": " + words(tier.target()))
        .collect(Collectors.joining(", "));
  }

  private static String words(Target target) {
    return switch (target) {
      case Target.Quality quality -> quality + " quality";
      case Target.Share share -> share + " sealed";
      case Target.Everything everything -> everything.toString();
    };
  }

  private static String words(Ranking ranking) {
    String reach = ranking.reach().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return ranking.cap() < 1 ? reach + ", capped at " + ranking.cap() : reach;
  }
}
