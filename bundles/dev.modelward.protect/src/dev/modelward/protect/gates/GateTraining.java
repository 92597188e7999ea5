// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.gates;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.lesson.Coach;
import dev.modelward.learn.lesson.Hook;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.lesson.Step;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.recipe.Norms;
import dev.modelward.learn.recipe.Objective;
import dev.modelward.learn.recipe.Optimizer;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.recipe.Schedule;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.train.Keeping;
import dev.modelward.learn.train.Trainer;
import dev.modelward.learn.train.TrainingException;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.calibration.Calibration;
import dev.modelward.protect.importance.Criterion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Trains gates on a model whose weights stay as they are. */
public record GateTraining(
    Calibration calibration,
    Dataset data,
    Criterion.ProbabilisticSelection how,
    Coach teacher,
    int threads,
    Keeping keeping) {

  /** The expected number of open weights of each block, gate by gate. */
  public List<double[]> run(List<Gate> gates, Progress progress)
      throws TrainingException, UnsupportedNodeException, RunException, IOException {
    List<double[]> found = new ArrayList<>();
    switch (how.turns()) {
      case JOINT -> {
        OnnxModel trained = train(gates, keeping, progress);
        for (Gate gate : gates) {
          found.add(open(trained, gate));
        }
      }
      case LAYER_BY_LAYER -> {
        for (Gate gate : gates) {
          Progress part = progress.part(gate.blocks().layer().name(), 1.0 / gates.size());
          found.add(open(train(List.of(gate), ofLayer(gate.index()), part), gate));
        }
      }
    }
    return found;
  }

  /** Each layer is a training of its own, with a file of its own. */
  private Keeping ofLayer(int index) {
    return switch (keeping) {
      case Keeping.Nothing nothing -> nothing;
      case Keeping.Anew anew -> new Keeping.Anew(ofLayer(anew.file(), index));
      case Keeping.Resumed resumed -> new Keeping.Resumed(ofLayer(resumed.file(), index));
    };
  }

  private static Path ofLayer(Path file, int index) {
    return file.resolveSibling(file.getFileName() + "." + index);
  }

  private OnnxModel train(List<Gate> gates, Keeping kept, Progress progress)
      throws TrainingException, UnsupportedNodeException, RunException, IOException {
    OnnxModel model = GateWriter.write(calibration.model(), gates, how);
    Lesson lesson =
        Lesson.of(model, data, recipe())
            .training(gates.stream().map(Gate::odds).collect(Collectors.toSet()))
            .penalizing(gates.stream().map(Gate::penalty).toList());
    Coach coach = teacher;
    if (how.gates() == Criterion.Gates.STOCHASTIC) {
      for (Gate gate : gates) {
        lesson = lesson.with(new Hook.Shared(gate.noise(), gate.dims()));
      }
      coach = new Both(new GateCoach(gates, how.pace().seed()), teacher);
    }
    Lesson complete = teacher == Coach.NONE ? lesson : lesson.taught();
    return Trainer.on(threads).keeping(kept).with(coach).train(complete, progress).model();
  }

  private Recipe recipe() {
    Criterion.Pace pace = how.pace();
    Objective objective =
        switch (calibration.truth()) {
          case LABELS, OWN_CLASSES -> Objective.CROSS_ENTROPY;
          case CLEAN, OWN_OUTPUT -> Objective.SQUARED_ERROR;
          case OUTPUT, NONE -> Objective.OUTPUT;
        };
    // the published program lowers the rate to a fifth after 60 and 120 of its 130 epochs
    Schedule schedule = new Schedule.Steps(pace.rate(), 0.2, List.of(60.0 / 130, 120.0 / 130));
    Optimizer optimizer =
        pace.momentum() == 0 ? new Optimizer.Sgd(0, 0) : new Optimizer.Nesterov(pace.momentum(), 0);
    return new Recipe(
        objective, optimizer, schedule, pace.epochs(), pace.batch(), pace.seed(), Norms.RUNNING);
  }

  private static double[] open(OnnxModel trained, Gate gate) throws IOException {
    Tensor odds = trained.graph().initializer(gate.odds()).orElseThrow();
    double[] open = new double[Math.toIntExact(odds.elements())];
    odds.numbers().copyTo(open, 0);
    for (int i = 0; i < open.length; i++) {
      open[i] = Gate.chance(open[i]) * gate.blocks().tiling().taps();
    }
    return open;
  }

  /** Two coaches, one after the other. */
  private record Both(Coach one, Coach other) implements Coach {
    @Override
    public void before(Step step) {
      one.before(step);
      other.before(step);
    }

    @Override
    public void after(Step step) {
      one.after(step);
      other.after(step);
    }
  }
}
