// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Refusal;
import dev.modelward.learn.card.DataCard;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.recipe.RecipeCard;
import dev.modelward.learn.recipe.Start;
import dev.modelward.learn.train.Keeping;
import dev.modelward.learn.train.Trained;
import dev.modelward.learn.train.Trainer;
import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model. */
@Command(
    name = "train",
    description = {
      "Trains a model on a data set.",
      "The recipe says how, and describes a new network if no MODEL is given."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the trained model is written",
      "2:the command line is wrong, or the file is there already",
      "3:a file cannot be used, or the model cannot be trained on the data",
      "4:ModelWard itself failed",
      "130:cancelled; nothing is written but the checkpoint"
    },
    footer =
        "%nExample:%n  modelward train --data digits.data --recipe digits.recipe --out digits.onnx")
final class TrainCommand implements Callable<Integer> {
  private static final double NANOSECONDS = 1e9;

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = "The model to go on with; without it the recipe's network is made.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "CARD",
      description = "The data card of what is learned (docs/data-cards.md).")
  private Path data = Path.of("");

  @Option(
      names = "--recipe",
      required = true,
      paramLabel = "RECIPE",
      description = "How it is learned (docs/recipes.md).")
  private Path recipe = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file for the trained model.")
  private Path out = Path.of("");

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Keep what is reached in this file, and go on from it if it is there.")
  private List<Path> checkpoints = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads share each batch (usually one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Option(names = "--json", description = "Write what was learned as one JSON object.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but errors.")
  private boolean quiet;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (threads < 1) {
      return Failure.ofThreads(threads).complain(console);
    }
    if (Files.exists(out) && !force) {
      return Failure.inTheWay(out).complain(console);
    }
    return new LongWork(console, "training " + out.getFileName(), left(), quiet).run(this::train);
  }

  private String left() {
    return checkpoints.isEmpty()
        ? "Nothing was written."
        : "The same command goes on from " + checkpoints.getFirst() + ".";
  }

  private LongWork.Report train(Progress progress) throws Exception {
    RecipeCard card = RecipeCard.read(recipe);
    Lesson lesson =
        Lesson.of(model(card.start()), DataCard.read(data).dataset(), card.recipe())
            .freezing(card.frozen());
    long began = System.nanoTime();
    Trained trained = Trainer.on(threads).keeping(keeping()).train(lesson, progress);
    write(trained.model());
    TrainingReport report =
        new TrainingReport(out, trained, (System.nanoTime() - began) / NANOSECONDS);
    return () -> print(report);
  }

  private void print(TrainingReport report) throws IOException {
    if (json) {
      console.line(report.json().toString());
    } else if (!quiet) {
      report.print(console);
    }
  }

  private OnnxModel model(Start start) throws Refusal {
    return switch (start) {
      case Start.Described described when models.isEmpty() -> described.model();
      case Start.Given given when !models.isEmpty() -> LongWork.open(models.getFirst());
      case Start.Described described ->
          throw new Refusal(
              new Failure(
                  recipe.toString(),
                  "The recipe describes a network, and a model is given too.",
                  "Leave out one of them."));
      case Start.Given given ->
          throw new Refusal(
              new Failure(
                  recipe.toString(),
                  "The recipe describes no network, and no model is given.",
                  "Name a model file, or describe a network (docs/recipes.md)."));
    };
  }

  private Keeping keeping() {
    return checkpoints.isEmpty()
        ? new Keeping.Nothing()
        : new Keeping.Resumed(checkpoints.getFirst());
  }

  private void write(OnnxModel model) throws Refusal {
    try {
      model.write(out);
    } catch (IOException e) {
      throw new Refusal(Failure.writing(out, e));
    }
  }
}
