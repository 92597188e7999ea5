// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.protection;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.work.Beside;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.LongWork;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.plan.Cards;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.protect.plan.text.PlanTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a first exposure plan for a model. */
@Command(
    name = "plan",
    description = "Writes a first exposure plan for a model, to be changed by hand.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the plan is written",
      "2:the command line is wrong, or there is a plan already",
      "3:a file cannot be used",
      "4:ModelWard itself failed"
    },
    footer = "%nExample:%n  modelward plan lenet.onnx --data train.data --measure test.data")
public final class PlanCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "MODEL", description = "The model file.")
  private Path model = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "CARD",
      required = true,
      description = "The data card of what the analysis reads (docs/data-cards.md).")
  private Path calibrate = Path.of("");

  @Option(
      names = "--measure",
      paramLabel = "CARD",
      description = "The data card of what views are measured on; that of --data if not given.")
  private List<Path> measure = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the plan goes; beside the model, as NAME.ward, if not given.")
  private List<Path> outs = new ArrayList<>();

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  /** The command with a console. */
  public PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Path out = outs.isEmpty() ? Beside.of(model, ".onnx", PlanFile.ENDING) : outs.getLast();
    if (Files.exists(out) && !force) {
      return Failure.inTheWay(out).complain(console);
    }
    return new LongWork(console, "planning", "Nothing was written.", true)
        .run(progress -> {
          LongWork.open(model);
          Cards cards = new Cards(calibrate, measure.isEmpty() ? calibrate : measure.getLast());
          write(new PlanTemplate(model, cards, PlanTemplate.usualTiers()).in(out));
          return () -> console.line("  " + out);
        });
  }

  private static void write(PlanFile plan) throws Refusal {
    try {
      plan.write();
    } catch (IOException e) {
      throw new Refusal(Failure.writing(plan.file(), e));
    }
  }
}
