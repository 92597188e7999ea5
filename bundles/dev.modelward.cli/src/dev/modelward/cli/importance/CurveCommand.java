// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Refusal;
import dev.modelward.learn.card.DataCard;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.evaluate.Metric;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.curve.Plotter;
import dev.modelward.protect.importance.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how good a model is when decoys stand for its most important blocks. */
@Command(
    name = "curve",
    description = {
      "Measures how good a model is when decoys stand for its most important blocks.",
      "Importance maps say which these are; with several maps the criteria can be compared."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the curves are measured",
      "2:the command line is wrong, or the file is there already",
      "3:a file cannot be used, or a map is of another model",
      "4:ModelWard itself failed",
      "130:cancelled by Ctrl-C"
    },
    footer =
        "%nExample:%n  modelward curve lenet.onnx lenet.importance --data digits.data --limit 2000")
public final class CurveCommand implements Callable<Integer> {
  private static final String VERB = "modelward curve";

  private final Console console;

  @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
  private Path model = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "MAP", description = "Importance maps.")
  private List<Path> maps = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "CARD",
      required = true,
      description = "The data card of what is measured on (docs/data-cards.md).")
  private Path card = Path.of("");

  @Mixin private RankingOptions order = new RankingOptions();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many times decoys are drawn; 5 if not given.")
  private int seeds = 5;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description =
          "One of top-1, top-5, cross-entropy, psnr, ssim, mse; if not given, top-1 or psnr,"
              + " whichever fits the data.")
  private List<String> metrics = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", description = "Only the first so many records.")
  private List<Long> limit = new ArrayList<>();

  @Option(names = "--threads", paramLabel = "N", description = "Threads; all if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write a table of all points to this file, too.")
  private List<Path> tables = new ArrayList<>();

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  /** The command with a console. */
  public CurveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Plotter plotter;
    Ranking ranking;
    try {
      plotter = new Plotter(order.shares(), seeds, settings());
      ranking = order.ranking();
    } catch (IllegalArgumentException e) {
      return Failure.ofUsage(VERB, e).complain(console);
    }
    if (!tables.isEmpty() && Files.exists(tables.getLast()) && !force) {
      return Failure.inTheWay(tables.getLast()).complain(console);
    }
    String what = "measuring " + model.getFileName();
    return new LongWork(console, what, "Start it once more for a curve.", quiet)
        .run(progress -> {
          List<MeasuredCurve> curves = curves(plotter, ranking, progress);
          write(curves);
          return () -> print(new CurveReport(model, card, curves));
        });
  }

  private EvaluationSettings settings() {
    if (!limit.isEmpty() && limit.getLast() < 1) {
      throw new IllegalArgumentException(
          "expected a limit of at least 1, found " + limit.getLast());
    }
    if (seeds < 1) {
      throw new IllegalArgumentException("expected at least 1 seed, found " + seeds);
    }
    EvaluationSettings all = EvaluationSettings.cpu(threads);
    if (metrics.isEmpty()) {
      return all;
    }
    String word = metrics.getLast();
    return all.by(
        Metric.of(word)
            .orElseThrow(() -> new IllegalArgumentException("There is no metric '" + word + "'")));
  }

  private List<MeasuredCurve> curves(Plotter plotter, Ranking ranking, Progress progress)
      throws Exception {
    OnnxModel opened = LongWork.open(model);
    List<GivenMap> given = new ArrayList<>();
    for (Path file : maps) {
      given.add(GivenMap.open(file).checked(opened));
    }
    Dataset whole = DataCard.read(card).dataset();
    Dataset data = limit.isEmpty() ? whole : whole.first(limit.getLast());
    List<MeasuredCurve> curves = new ArrayList<>();
    for (GivenMap each : given) {
      Progress part = progress.part(String.valueOf(each.file().getFileName()), 1.0 / maps.size());
      Plotter.Order wanted = new Plotter.Order(each.map(), ranking);
      curves.add(new MeasuredCurve(each, plotter.plot(opened, data, wanted, part)));
    }
    return curves;
  }

  private void write(List<MeasuredCurve> curves) throws Refusal {
    if (!tables.isEmpty()) {
      Path file = tables.getLast();
      try {
        new CurveTable(curves).write(file);
      } catch (IOException e) {
        throw new Refusal(Failure.writing(file, e));
      }
    }
  }

  private void print(CurveReport report) throws IOException {
    if (json) {
      console.line(report.json().toString());
    } else {
      report.print(console);
    }
  }
}
