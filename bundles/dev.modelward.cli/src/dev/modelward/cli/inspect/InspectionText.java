// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.inspect;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Paint;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.console.Table;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.graph.Finding;
import dev.modelward.onnx.graph.Layer;
import dev.modelward.onnx.tensor.ExternalFile;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an inspection for people. */
public final class InspectionText {
  private static final int LABEL_WIDTH = "Parameters".length() + 2;

  private final Inspection inspection;
  private final Console console;

  /** The text of an inspection on its way to a console. */
  public InspectionText(Inspection inspection, Console console) {
    this.inspection = inspection;
    this.console = console;
  }

  /** Writes all that was found out. */
  public void print() {
    heading(Printable.of(inspection.file().toString()));
    facts();
    values("Input", inspection.inputs());
    values("Output", inspection.model().graph().outputs());
    layers();
    operators();
    externalFiles();
    findings();
  }

  private void heading(String text) {
    console.line(console.screen().paint(Paint.STRONG, text));
  }

  private void fact(String name, String value) {
    String label = name + " ".repeat(LABEL_WIDTH - name.length());
    console.line("  " + console.screen().paint(Paint.FAINT, label) + "  " + Printable.of(value));
  }

  private void facts() {
    OnnxModel model = inspection.model();
    fact("Parameters", Quantity.count(inspection.parameters()));
    fact("In bytes", size(inspection.parameterBytes()));
    fact("File", size(model.message().size()));
    fact("IR version", String.valueOf(model.irVersion()));
    fact("Opsets", model.opsets().stream().map(Opset::toString).collect(Collectors.joining(", ")));
    fact("Producer", model.producer().isEmpty() ? "not named" : model.producer());
    fact("Graph", graph());
    model.metadata().forEach((key, value) -> fact("Metadata", key + " = " + brief(value)));
  }

  private static String size(long bytes) {
    return bytes < 1000
        ? Quantity.bytes(bytes)
        : Quantity.bytes(bytes) + " (" + Quantity.exact(bytes) + " bytes)";
  }

  private String graph() {
    OnnxModel model = inspection.model();
    String name = model.graph().name();
    return (name.isEmpty() ? "" : name + ", ")
        + Quantity.exact(model.graph().nodes().size())
        + " nodes"
        + (inspection.graphs() > 1 ? ", " + (inspection.graphs() - 1) + " inner graphs" : "")
        + (model.functions().isEmpty() ? "" : ", " + model.functions().size() + " functions");
  }

  private static String brief(String text) {
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  private void values(String role, List<Value> values) {
    values.forEach(value -> fact(role, value.name() + "  " + Sizes.text(value.type())));
  }

  private void layers() {
    List<Layer> layers = inspection.layers();
    section("Layers", layers.size());
    if (layers.isEmpty()) {
      return;
    }
    Table table =
        new Table(
            List.of(
                Column.ofNames("Name"),
                Column.ofText("Operator"),
                Column.ofText("Shape"),
                Column.ofText("Type").extra(),
                Column.ofNumbers("Parameters"),
                Column.ofNumbers("Bytes").extra(),
                Column.ofNumbers("Share")));
    long all = inspection.parameters();
    for (Layer layer : layers) {
      table.row(
          Printable.of(name(layer)),
          Printable.of(layer.operator()),
          Sizes.text(layer.kernel().dims()),
          layer.kernel().type().toString(),
          Quantity.exact(layer.parameters()),
          Quantity.bytes(layer.bytes()),
          Quantity.share(layer.parameters(), all));
    }
    table.print(console);
  }

  private static String name(Layer layer) {
    return layer.scope().isMain() ? layer.name() : layer.scope() + "/" + layer.name();
  }

  private void operators() {
    List<OperatorCount> operators = OperatorCount.of(inspection.model());
    section("Operators", operators.size());
    if (operators.isEmpty()) {
      return;
    }
    Table table = new Table(List.of(Column.ofNames("Operator"), Column.ofNumbers("Nodes")));
    for (OperatorCount operator : operators) {
      table.row(Printable.of(operator.name()), Quantity.exact(operator.count()));
    }
    table.print(console);
  }

  private void externalFiles() {
    List<ExternalFile> files = inspection.externalFiles();
    if (files.isEmpty()) {
      return;
    }
    section("External files", files.size());
    Table table =
        new Table(
            List.of(
                Column.ofNames("File"),
                Column.ofNumbers("Tensors"),
                Column.ofNumbers("Used"),
                Column.ofNumbers("Size")));
    for (ExternalFile file : files) {
      table.row(
          Printable.of(file.location()),
          Quantity.exact(file.tensors().size()),
          Quantity.bytes(file.used()),
          file.size().isEmpty() ? "missing" : Quantity.bytes(file.size().getAsLong()));
    }
    table.print(console);
  }

  private void findings() {
    section("Findings", inspection.findings().size());
    if (inspection.findings().isEmpty()) {
      console.line("  none");
    }
    inspection.findings().forEach(finding -> console.line("  " + line(finding)));
  }

  private void section(String title, int size) {
    console.line("");
    heading(title + " (" + Quantity.exact(size) + ")");
  }

  private String line(Finding finding) {
    String severity = finding.severity().toString();
    String shown =
        switch (finding.severity()) {
          case ERROR -> console.screen().paint(Paint.RED, severity);
          case WARNING -> console.screen().paint(Paint.YELLOW, severity);
          case NOTE -> severity;
        };
    return shown + ": " + Printable.of(finding.where() + ": " + finding.what());
  }

  /** Writes only the findings, each in a line with the file. */
  public void printFindings() {
    String file = Printable.of(inspection.file().toString());
    inspection.findings().forEach(finding -> console.line(file + ": " + line(finding)));
  }
}
