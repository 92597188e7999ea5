// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Beside;
import dev.modelward.cli.work.ExitCode;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Refusal;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.protect.importance.ImportanceMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds out which blocks of a model matter. */
@Command(
    name = "analyze",
    description = "Finds out which blocks of a model matter, and writes an importance map.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the map is written",
      "1:the map is written, and has a warning",
      "2:the command line is wrong, or the file is there already",
      "3:a file cannot be used, or the model does not fit the data",
      "4:ModelWard itself failed",
      "130:cancelled; nothing is written but the checkpoint"
    },
    footer = "%nExample:%n  modelward analyze lenet.onnx --data digits.data --samples 1024")
public final class AnalyzeCommand implements Callable<Integer> {
  private static final String VERB = "modelward analyze";
  private static final String ONNX = ".onnx";

  private final Console console;

  @Parameters(paramLabel = "MODEL", description = "The model file.")
  private Path model = Path.of("");

  @Mixin private SampleOptions samples = new SampleOptions();

  @Mixin private CriterionOptions criteria = new CriterionOptions();

  @Mixin private LayerOptions layers = new LayerOptions();

  @Option(names = "--threads", paramLabel = "N", description = "Threads; all if not given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file for the map; NAME.importance beside the model if not given.")
  private List<Path> outs = new ArrayList<>();

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  @Option(names = "--json", description = "Write one JSON object (docs/commands.md tells which).")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Write nothing but errors.")
  private boolean quiet;

  /** The command with a console. */
  public AnalyzeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Criterion criterion;
    Analyzer analyzer;
    try {
      criterion = criteria.criterion();
      samples.check(criteria.name(), criterion.needsData());
      analyzer = new Analyzer(threads, samples.keeping(), samples.judging(), layers.chosen());
    } catch (IllegalArgumentException e) {
      return Failure.ofUsage(VERB, e).complain(console);
    }
    Path out = out();
    if (Files.exists(out) && !force) {
      return Failure.inTheWay(out).complain(console);
    }
    return new LongWork(console, "analyzing " + model.getFileName(), samples.left(), quiet)
        .run(progress -> {
          OnnxModel opened = checked(LongWork.open(model));
          ImportanceMap map = analyzed(analyzer, opened, criterion, progress);
          write(map, out);
          return report(new GivenMap(out, map));
        });
  }

  private Path out() {
    return outs.isEmpty() ? Beside.of(model, ONNX, ".importance") : outs.getLast();
  }

  private OnnxModel checked(OnnxModel opened) throws IOException, Refusal {
    Set<String> missing = layers.missing(Blocks.of(opened).layers());
    if (!missing.isEmpty()) {
      throw new Refusal(
          new Failure(
              model.toString(),
              "There is no layer '" + missing.iterator().next() + "' that has blocks.",
              "Try 'modelward inspect " + model + "'."));
    }
    return opened;
  }

  private ImportanceMap analyzed(
      Analyzer analyzer, OnnxModel opened, Criterion criterion, Progress progress)
      throws Exception {
    return criterion.needsData()
        ? analyzer.analyze(opened, samples.dataset(), criterion, progress)
        : analyzer.analyze(opened, criterion, progress);
  }

  private static void write(ImportanceMap map, Path out) throws Refusal {
    try {
      map.write(out);
    } catch (IOException e) {
      throw new Refusal(Failure.writing(out, e));
    }
  }

  private LongWork.Report report(GivenMap made) {
    return new LongWork.Report() {
      @Override
      public void print() throws IOException {
        AnalysisReport report = new AnalysisReport(model, made);
        if (json) {
          console.line(report.json().toString());
        } else if (!quiet) {
          report.print(console);
        }
      }

      @Override
      public int code() {
        boolean warns =
            made.map().findings().stream()
                .anyMatch(finding -> finding.severity() != Finding.Severity.NOTE);
        return warns ? ExitCode.FINDINGS : ExitCode.FINE;
      }
    };
  }
}
