// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.lesson.Coach;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.train.TrainingException;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.protect.ablation.AblationHunt;
import dev.modelward.protect.ablation.Trial;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.calibration.Calibration;
import dev.modelward.protect.calibration.Samples;
import dev.modelward.protect.calibration.Tally;
import dev.modelward.protect.decoy.Concealment;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.decoy.Disguise;
import dev.modelward.protect.fisher.Examiners;
import dev.modelward.protect.fisher.FisherScan;
import dev.modelward.protect.gates.Gate;
import dev.modelward.protect.gates.GateTraining;
import dev.modelward.protect.gates.Teacher;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.Provenance.Truth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks for the answer to a question in a data set. */
record Search(Question question, Dataset dataset, OpenDataset data) {

  /** The criterion itself, or one that can be used in its place, which findings then explain. */
  Criterion usable(Criterion wanted, List<Finding> findings) throws RunException, IOException {
    if (wanted instanceof Criterion.Ablation) {
      return wanted;
    }
    List<Finding> obstacles = new Passability(question).findings(sample());
    findings.addAll(obstacles);
    return obstacles.isEmpty() ? wanted : Criterion.Ablation.usual();
  }

  private List<Long> sample() throws IOException {
    try (Batches first = data.batches(1)) {
      first.next();
      return Calibration.sample(first.batch());
    }
  }

  /** The scores of all blocks, by layers. */
  List<double[]> run(Criterion criterion, Progress progress)
      throws RunException, IOException, MismatchException, MapException, TrainingException {
    try {
      return switch (criterion) {
        case Criterion.Fisher fisher -> scan(fisher, progress);
        case Criterion.ProbabilisticSelection pss -> train(pss, progress);
        case Criterion.Ablation ablation -> hunt(ablation, progress);
        case Criterion.Magnitude magnitude -> throw new IllegalArgumentException("no data needed");
        case Criterion.Random random -> throw new IllegalArgumentException("no data needed");
      };
    } catch (UnsupportedNodeException e) {
      throw new IllegalStateException("expected only nodes that gradients can pass", e);
    }
  }

  private List<double[]> scan(Criterion.Fisher fisher, Progress progress)
      throws RunException, IOException, MismatchException, MapException, UnsupportedNodeException {
    Analyzer analyzer = question.analyzer();
    Tally tally = new Tally(question.digest(fisher), rows());
    tally.restore(analyzer.keeping());
    int room = question.calibration().room(fisher.batch(), sample());
    try (Examiners examiners = Examiners.of(question.calibration(), room, question.blocks())) {
      new FisherScan(tally, examiners, analyzer.threads(), analyzer.keeping())
          .run(data, room, fisher.seed(), progress);
    }
    tally.rows().forEach(row -> divide(row, tally.done()));
    return tally.rows();
  }

  private static void divide(double[] row, long by) {
    for (int i = 0; i < row.length; i++) {
      row[i] /= by;
    }
  }

  private List<double[]> rows() {
    return question.blocks().layers().stream()
        .map(layer -> new double[Math.toIntExact(layer.count())])
        .toList();
  }

  private List<double[]> train(Criterion.ProbabilisticSelection pss, Progress progress)
      throws RunException, IOException, TrainingException, UnsupportedNodeException {
    List<Gate> gates = new ArrayList<>();
    for (LayerBlocks layer : question.blocks().layers()) {
      gates.add(new Gate(layer, gates.size()));
    }
    Calibration calibration = question.calibration();
    Truth truth = calibration.truth();
    if (truth != Truth.OWN_CLASSES && truth != Truth.OWN_OUTPUT) {
      return training(pss, Coach.NONE).run(gates, progress);
    }
    try (Teacher teacher = Teacher.of(calibration, pss.pace().batch(), sample())) {
      return training(pss, teacher).run(gates, progress);
    }
  }

  private GateTraining training(Criterion.ProbabilisticSelection pss, Coach coach) {
    Analyzer analyzer = question.analyzer();
    return new GateTraining(
        question.calibration(), dataset, pss, coach, analyzer.threads(), analyzer.keeping());
  }

  private List<double[]> hunt(Criterion.Ablation ablation, Progress progress)
      throws RunException, IOException, MismatchException, MapException {
    Analyzer analyzer = question.analyzer();
    Tally tally = new Tally(question.digest(ablation), List.of(new double[ablation.trials()]));
    tally.restore(analyzer.keeping());
    List<Disguise> layers = new ArrayList<>();
    for (LayerBlocks layer : question.blocks().layers()) {
      Concealment whole = Concealment.of(Decoy.usual(), layer, block -> false);
      layers.add(Disguise.of(whole, layers.size(), ablation.seed()));
    }
    int room = question.calibration().room(ablation.batch(), sample());
    List<Trial> trials = new ArrayList<>();
    try (Samples samples = Samples.of(question.calibration(), data, room, progress)) {
      for (int i = 0; i < analyzer.threads(); i++) {
        trials.add(new Trial(samples, layers));
      }
      double plain = trials.getFirst().plain();
      return new AblationHunt(tally, layers, trials, analyzer.keeping()).run(plain, progress);
    } finally {
      for (Trial trial : trials) {
        trial.close();
      }
    }
  }
}
