// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Table;
import dev.modelward.cli.console.TerminalProgress;
import dev.modelward.learn.card.DataCard;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Evaluator;
import dev.modelward.learn.evaluate.Figure;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.evaluate.Subject;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.Provider;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
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

  @Parameters(paramLabel = "MODEL", description = "The model file.")
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
  public Integer call() {
    EvaluationSettings settings;
    try {
      settings = settings();
    } catch (IllegalArgumentException e) {
      return complain(
          ExitCode.USAGE,
          new Failure(
              "modelward evaluate", e.getMessage() + ".", "Try 'modelward evaluate --help'."));
    }
    try (Interruption interruption = new Interruption()) {
      TerminalProgress line = TerminalProgress.of(console, "evaluating", interruption::isCancelled);
      Progress progress = quiet ? silent(interruption) : line;
      try {
        report(measured(settings, progress), line);
        return ExitCode.FINE;
      } catch (CancellationException e) {
        line.clear();
        console.complain("cancelled");
        console.flush();
        return ExitCode.CANCELLED;
      } catch (MismatchException e) {
        return complain(ExitCode.BAD_INPUT, Failure.mismatch(model, e));
      } catch (RunException e) {
        return complain(ExitCode.BAD_INPUT, Failure.running(model, e));
      } catch (IOException e) {
        return complain(ExitCode.BAD_INPUT, Failure.reading(model, e));
      }
    }
  }

  /** Shows nothing, but hears of Ctrl-C. */
  private static Progress silent(Interruption interruption) {
    return new Progress() {
      @Override
      public Progress part(String what, double share) {
        return this;
      }

      @Override
      public void done(double fraction) {
        // quiet is wanted
      }

      @Override
      public void tell(String news) {
        // quiet is wanted
      }

      @Override
      public void checkCancelled() {
        if (interruption.isCancelled()) {
          throw new CancellationException("cancelled");
        }
      }
    };
  }

  private int complain(int code, Failure failure) {
    console.flush();
    console.complain(failure.line(console.screen()));
    return code;
  }

  private EvaluationSettings settings() {
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

  private Evaluation measured(EvaluationSettings settings, Progress progress)
      throws IOException, RunException, MismatchException {
    Dataset whole = DataCard.read(card).dataset();
    Dataset data = limit.isEmpty() ? whole : whole.first(limit.getLast());
    OnnxModel opened = OnnxModel.open(model);
    Optional<OnnxModel> reference = Optional.empty();
    if (!references.isEmpty()) {
      reference = Optional.of(OnnxModel.open(references.getLast()));
    }
    try (Evaluator alone = Evaluator.open(opened, settings)) {
      if (reference.isEmpty()) {
        return alone.evaluate(data, progress);
      }
      try (Subject other =
          Subject.open(reference.get(), settings.output(), settings.session(), Map.of())) {
        return alone.against(other).evaluate(data, progress);
      }
    }
  }

  private void report(Evaluation evaluation, TerminalProgress line) {
    if (!quiet) {
      line.clear();
    }
    if (json) {
      console.line(
          new JsonText()
              .put("schema", SCHEMA)
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
      FORM.formatted(figure.value()),
      FORM.formatted(figure.interval().low()),
      FORM.formatted(figure.interval().high()),
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
