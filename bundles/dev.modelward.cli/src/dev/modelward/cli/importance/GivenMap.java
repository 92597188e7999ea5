// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.importance.CriterionText;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import java.io.IOException;
import java.nio.file.Path;

/** An importance map that the command line names. */
record GivenMap(Path file, ImportanceMap map) {

  static GivenMap open(Path file) throws Refusal, MapException {
    try {
      return new GivenMap(file, ImportanceMap.open(file));
    } catch (OnnxFormatException e) {
      throw new Refusal(
          new Failure(
              file.toString(),
              "This is no importance map, or a damaged one.",
              "Check the name, or make it with 'modelward analyze'."));
    } catch (IOException e) {
      throw new Refusal(Failure.reading(file, e));
    }
  }

  /** Refuses it if it is of another model. */
  GivenMap checked(OnnxModel model) throws IOException, MapException {
    Analyzer.check(map, model, file.toString());
    return this;
  }

  /** The criterion with its settings. */
  String criterion() {
    return CriterionText.of(map.provenance().criterion());
  }

  /** The criterion without its settings. */
  String kind() {
    return criterion().split(" ")[0];
  }
}
