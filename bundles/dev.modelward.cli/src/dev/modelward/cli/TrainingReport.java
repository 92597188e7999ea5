// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.console.Table;
import dev.modelward.cli.work.Version;
import dev.modelward.learn.train.Trained;
import dev.modelward.onnx.graph.Layers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a training has come to: the losses, the time, the file. */
record TrainingReport(Path file, Trained trained, double seconds) {
  private static final int SCHEMA = 1;

  void print(Console console) {
    List<Double> losses = trained.losses();
    Table table = new Table(List.of(Column.ofNumbers("Epoch"), Column.ofNumbers("Loss")));
    for (int i = 0; i < losses.size(); i++) {
      table.row(Integer.toString(i + 1), String.format(Locale.ROOT, "%.4f", losses.get(i)));
    }
    table.print(console);
    long parameters = Layers.parameters(Layers.of(trained.model()));
    console.line(
        "%s: %s parameters, trained in %s s"
            .formatted(file, Quantity.shortCount(parameters), Quantity.exact(Math.round(seconds))));
  }

  JsonText json() throws IOException {
    return new JsonText()
        .put("schema", SCHEMA)
        .put("version", Version.ofBundle())
        .put("file", file.toString())
        .put("seconds", seconds)
        .put("epochs", IntStream.range(0, trained.losses().size()).mapToObj(this::epoch).toList());
  }

  private JsonText epoch(int index) {
    return new JsonText().put("epoch", index + 1).put("loss", trained.losses().get(index));
  }
}
