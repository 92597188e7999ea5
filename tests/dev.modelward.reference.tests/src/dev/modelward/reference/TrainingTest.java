// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.card.DataCard;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Evaluator;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.recipe.RecipeCard;
import dev.modelward.learn.recipe.Schedule;
import dev.modelward.learn.recipe.Start;
import dev.modelward.learn.train.Trained;
import dev.modelward.learn.train.Trainer;
import dev.modelward.onnx.OnnxModel;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How well and how fast small networks learn, with the network of the examples. */
@ReferenceTest
class TrainingTest {
  private static final String TABLE = "Training on two threads";
  private static final Path EXAMPLES = Path.of("../../docs/examples");

  private static RecipeCard example() throws Exception {
    return RecipeCard.read(EXAMPLES.resolve("glyphs.recipe"));
  }

  private static OnnxModel network() throws Exception {
    return assertInstanceOf(Start.Described.class, example().start()).model();
  }

  private static Dataset card(String name) throws Exception {
    return DataCard.read(EXAMPLES.resolve(name)).dataset();
  }

  private static double accuracy(OnnxModel model, Dataset data) throws Exception {
    EvaluationSettings settings = EvaluationSettings.cpu(2).by(Metric.TOP_1);
    try (Evaluator evaluator = Evaluator.open(model, settings)) {
      return evaluator.evaluate(data, Progress.NONE).figure(Metric.TOP_1).value();
    }
  }

  /** What must be reached, and in how many seconds. */
  private record Bar(String name, double accuracy, double seconds) {}

  private static OnnxModel learns(Bar bar, Lesson lesson, Dataset unseen, Report report)
      throws Exception {
    long began = System.nanoTime();
    Trained trained = Trainer.on(2).train(lesson, Progress.NONE);
    double seconds = (System.nanoTime() - began) / 1e9;
    double accuracy = accuracy(trained.model(), unseen);
    report.add(
        TABLE,
        bar.name() + ", right",
        String.format(Locale.ROOT, "%.2f %%", 100 * accuracy),
        String.format(Locale.ROOT, ">= %.0f %%", 100 * bar.accuracy()));
    report.add(
        TABLE,
        bar.name() + ", seconds",
        String.format(Locale.ROOT, "%.1f", seconds),
        String.format(Locale.ROOT, "<= %.0f", bar.seconds()));
    assertTrue(accuracy >= bar.accuracy(), "right: " + accuracy);
    assertTrue(seconds <= bar.seconds(), "seconds: " + seconds);
    return trained.model();
  }

  @Test
  @Tag("fast")
  void learnsGlyphsTwiceWithTheSameWeights(Report report) throws Exception {
    Lesson lesson = Lesson.of(network(), card("glyphs.data"), example().recipe());
    Dataset unseen = card("glyphs-test.data");
    OnnxModel once = learns(new Bar("Glyphs", 0.97, 60), lesson, unseen, report);
    OnnxModel twice = learns(new Bar("Glyphs again", 0.97, 60), lesson, unseen, report);

    assertTrue(once.message().sameAs(twice.message()));
    report.add(TABLE, "both the same to the bit", "yes", "yes");
  }

  @Test
  @Tag("slow")
  void learnsFashion(Report report) throws Exception {
    Recipe usual = example().recipe();
    Recipe recipe =
        new Recipe(
            usual.objective(),
            usual.optimizer(),
            new Schedule.OneCycle(0.01, 0.3),
            6,
            usual.batch(),
            usual.seed(),
            usual.norms());
    Lesson lesson = Lesson.of(network(), DataSets.fashion("train"), recipe);

    learns(new Bar("Fashion-MNIST", 0.91, 600), lesson, DataSets.fashion("t10k"), report);
  }
}
