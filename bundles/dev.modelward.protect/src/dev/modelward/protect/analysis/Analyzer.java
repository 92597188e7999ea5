// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.train.Keeping;
import dev.modelward.learn.train.TrainingException;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Judging;
import dev.modelward.protect.importance.MapException;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * Finds out which blocks of models matter: on so many threads, keeping what it has found or not, by
 * which judgement, and of which layers. The same analysis gives the same map, bit for bit, whether
 * it was interrupted and resumed or not; only the gates of {@link Criterion.ProbabilisticSelection}
 * depend on the number of threads, by rounding.
 */
public record Analyzer(
    int threads, Keeping keeping, Judging judging, Predicate<LayerBlocks> chosen) {

  /** Refuses to work without a thread. */
  public Analyzer {
    if (threads < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, found " + threads);
    }
  }

  /** Looks at all layers on some threads, by the truth, and keeps nothing. */
  public static Analyzer on(int threads) {
    return new Analyzer(threads, new Keeping.Nothing(), Judging.TRUTH, layer -> true);
  }

  /** This, keeping what was found. */
  public Analyzer keeping(Keeping other) {
    return new Analyzer(threads, other, judging, chosen);
  }

  /** This by another judgement. */
  public Analyzer by(Judging other) {
    return new Analyzer(threads, keeping, other, chosen);
  }

  /** This for some layers. */
  public Analyzer of(Predicate<LayerBlocks> layers) {
    return new Analyzer(threads, keeping, judging, layers);
  }

  /** By what maps know a model: the SHA-256, in hexadecimal digits, of all its bytes. */
  public static String digest(OnnxModel model) throws IOException {
    return Identity.of(model);
  }

  /**
   * Refuses the map at a place unless it is of a model.
   *
   * @throws MapException if it is of another one
   */
  public static void check(ImportanceMap map, OnnxModel model, String place)
      throws IOException, MapException {
    if (!map.provenance().model().equals(digest(model))) {
      throw new MapException(
          place, "an importance map of " + model.source(), "one of another model");
    }
  }

  /**
   * The map of a model by a criterion that looks at no data.
   *
   * @throws IllegalArgumentException for another criterion
   */
  public ImportanceMap analyze(OnnxModel model, Criterion criterion, Progress progress)
      throws IOException, MismatchException {
    if (criterion.needsData()) {
      throw new IllegalArgumentException("expected a criterion without data, found " + criterion);
    }
    return new Analysis(this, model, criterion).withoutData(progress);
  }

  /**
   * The map of a model from a data set. Where gradients cannot pass, the map's findings say so, and
   * it is made by {@link Criterion.Ablation}, which needs none.
   */
  public ImportanceMap analyze(
      OnnxModel model, Dataset data, Criterion criterion, Progress progress)
      throws RunException, IOException, MismatchException, MapException, TrainingException {
    Analysis analysis = new Analysis(this, model, criterion);
    return criterion.needsData() ? analysis.on(data, progress) : analysis.withoutData(progress);
  }
}
