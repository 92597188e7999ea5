// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.learn.card.DataCard;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.train.Keeping;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.protect.importance.Judging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say on which samples a model is looked at, and what is kept meanwhile. */
final class SampleOptions {
  @Option(
      names = "--data",
      paramLabel = "CARD",
      description = "The data card (docs/data-cards.md); needed by fisher, pss and ablation.")
  private List<Path> cards = new ArrayList<>();

  @Option(names = "--samples", paramLabel = "N", description = "Only the first so many records.")
  private List<Long> samples = new ArrayList<>();

  @Option(
      names = "--loss",
      paramLabel = "NAME",
      description =
          "truth: the answers are held against the labels or clean images, or what the model itself"
              + " says if there are none (if not given); output: the first output is the loss.")
  private List<String> losses = new ArrayList<>();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Keep what is found in this file, and go on from it if it is there.")
  private List<Path> checkpoints = new ArrayList<>();

  /** Refuses what cannot be, and what a criterion that looks at no data has no use for. */
  void check(String criterion, boolean needsData) {
    if (!needsData) {
      given()
          .forEach((option, values) -> {
            if (!values.isEmpty()) {
              throw new IllegalArgumentException(
                  option + " does not belong to the criterion " + criterion);
            }
          });
    } else if (cards.isEmpty()) {
      throw new IllegalArgumentException(
          "The criterion " + criterion + " looks at data, and --data is not given");
    }
    if (!samples.isEmpty() && samples.getLast() < 1) {
      throw new IllegalArgumentException("expected at least 1 sample, found " + samples.getLast());
    }
  }

  private Map<String, List<?>> given() {
    Map<String, List<?>> given = new LinkedHashMap<>();
    given.put("--data", cards);
    given.put("--samples", samples);
    given.put("--loss", losses);
    given.put("--checkpoint", checkpoints);
    return given;
  }

  Judging judging() {
    return switch (losses.isEmpty() ? "truth" : losses.getLast()) {
      case "truth" -> Judging.TRUTH;
      case "output" -> Judging.OUTPUT;
      default -> throw new IllegalArgumentException("There is no loss '" + losses.getLast() + "'");
    };
  }

  Dataset dataset() throws IOException, YamlException {
    Dataset whole = DataCard.read(cards.getLast()).dataset();
    return samples.isEmpty() ? whole : whole.first(samples.getLast());
  }

  Keeping keeping() {
    return checkpoints.isEmpty()
        ? new Keeping.Nothing()
        : new Keeping.Resumed(checkpoints.getLast());
  }

  /** What is left when the work is cancelled. */
  String left() {
    return checkpoints.isEmpty()
        ? "Nothing was written."
        : "The same command goes on from " + checkpoints.getLast() + ".";
  }
}
