// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.artifact.ViewOptions;
import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Table;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Version;
import dev.modelward.learn.card.DataCard;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Evaluator;
import dev.modelward.learn.evaluate.Figure;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.evaluate.Subject;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.Provider;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.runtime.artifact.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how good a model is on a data set. */
@Command(
    name = "evaluate",
    description = "Measures how good a model is on a data set.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the model is measured",
      "2:the command line is wrong",
      "3:a file cannot be used, or the model does not fit the data",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer = "%nExample:%n  modelward evaluate lenet.onnx --data digits.data")
final class EvaluateCommand implements Callable<Integer> {
  private static final int SCHEMA = 1;
  private static final String FORM = "%.4f";

  private final Console console;

  @Parameters(
      paramLabel = "MODEL",
      description = "The model file, or the folder of a protected artifact.")
  private Path model = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "CARD",
      required = true,
      description = "The data card (docs/data-cards.md tells its form).")
  private Path card = Path.of("");

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description =
          "One of top-1, top-5, cross-entropy, psnr, ssim, mse, agreement; may be repeated. If not"
              + " given, those that fit the data.")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--reference",
      paramLabel = "MODEL",
      description = "A model with whose classes the agreement is measured.")
  private List<Path> references = new ArrayList<>();

  @Mixin private ViewOptions view = new ViewOptions();

  @Option(names = "--batch", paramLabel = "N", description = "At most so many records at a time.")
  private List<Integer> batch = new ArrayList<>();

  @Option(names = "--threads", paramLabel = "N", description = "Threads; all if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "What computes: cpu (if not given), cuda, core_ml, direct_ml.")
  private String provider = "cpu";

  @Option(names = "--limit", paramLabel = "N", description = "Only the first so many records.")
  private List<Long> limit = new ArrayList<>();

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    EvaluationSettings settings;
    try {
      settings = settings();
    } catch (IllegalArgumentException e) {
      return Failure.ofUsage("modelward evaluate", e).complain(console);
    }
    String what = "evaluating " + model.getFileName();
    return new LongWork(console, what, "Start it once more for a figure.", quiet)
        .run(progress -> {
          Evaluation evaluation = measured(settings, progress);
          return () -> print(evaluation);
        });
  }

  private EvaluationSettings settings() {
    if (!limit.isEmpty() && limit.getLast() < 1) {
      throw new IllegalArgumentException(
          "expected a limit of at least 1, found " + limit.getLast());
    }
    List<Metric> wanted = new ArrayList<>();
    for (String word : metrics) {
      wanted.add(Metric.of(word).orElseThrow(() -> unknown("metric", word)));
    }
    Provider chosen;
    try {
      chosen = Provider.valueOf(provider.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw unknown("provider", provider);
    }
    EvaluationSettings all =
        new EvaluationSettings(
            chosen,
            threads,
            new EvaluationSettings.BatchSize.Fitting(),
            wanted,
            new EvaluationSettings.Output.First());
    return batch.isEmpty() ? all : all.batch(batch.getLast());
  }

  private static IllegalArgumentException unknown(String what, String word) {
    return new IllegalArgumentException("There is no " + what + " '" + word + "'");
  }

  private Evaluation measured(EvaluationSettings settings, Progress progress) throws Exception {
    Dataset whole = DataCard.read(card).dataset();
    Dataset data = limit.isEmpty() ? whole : whole.first(limit.getLast());
    if (Files.exists(model.resolve(Names.MANIFEST))) {
      return view.measured(model, data, settings, progress);
    }
    try (Evaluator alone = Evaluator.open(LongWork.open(model), settings)) {
      if (references.isEmpty()) {
        return alone.evaluate(data, progress);
      }
      OnnxModel reference = LongWork.open(references.getLast());
      try (Subject other =
          Subject.open(reference, settings.output(), settings.session(), Map.of())) {
        return alone.against(other).evaluate(data, progress);
      }
    }
  }

  private void print(Evaluation evaluation) throws IOException {
    if (json) {
      console.line(
          new JsonText()
              .put("schema", SCHEMA)
              .put("version", Version.ofBundle())
              .put("model", model.toString())
              .put("data", card.toString())
              .put("records", evaluation.records())
              .put("figures", evaluation.figures().stream().map(EvaluateCommand::json).toList())
              .toString());
      return;
    }
    Table table =
        new Table(
            List.of(
                Column.ofText("Metric"),
                Column.ofNumbers("Value"),
                Column.ofNumbers("95 % from"),
                Column.ofNumbers("to"),
                Column.ofNumbers("Right"),
                Column.ofNumbers("Records")));
    evaluation.figures().forEach(figure -> table.row(cells(figure)));
    table.print(console);
  }

  private static String[] cells(Figure figure) {
    return new String[] {
      figure.metric().word(),
      String.format(Locale.ROOT, FORM, figure.value()),
      String.format(Locale.ROOT, FORM, figure.interval().low()),
      String.format(Locale.ROOT, FORM, figure.interval().high()),
      figure instanceof Figure.Share share ? Long.toString(share.right()) : "",
      Long.toString(figure.count())
    };
  }

  private static JsonText json(Figure figure) {
    JsonText text =
        new JsonText()
            .put("metric", figure.metric().word())
            .put("value", figure.value())
            .put("low", figure.interval().low())
            .put("high", figure.interval().high());
    return figure instanceof Figure.Share share
        ? text.put("right", share.right()).put("count", share.count())
        : text.putNull("right").put("count", figure.count());
  }
}
