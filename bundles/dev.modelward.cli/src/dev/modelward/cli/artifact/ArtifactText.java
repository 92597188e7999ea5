// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Paint;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.console.Table;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Rings;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.TierView;
import java.util.List;
import java.util.TreeMap;

/** Writes what an artifact's manifest says for people. */
public record ArtifactText(ArtifactInspection inspection, Console console) {
  private static final int LABEL_WIDTH = "Generation".length() + 2;

  /** Writes all of it. */
  public void print() {
    heading(Printable.of(inspection.folder().toString()));
    Manifest manifest = inspection.manifest();
    fact("Checked", inspection.check().words());
    fact("Artifact", manifest.artifact());
    fact("Generation", Integer.toString(manifest.rings().generation()));
    fact("Model", Quantity.bytes(manifest.files().model().size()));
    fact("Data", Quantity.bytes(manifest.files().data()));
    new TreeMap<>(manifest.provenance()).forEach((key, value) -> fact(key, value));
    tiers();
    rings();
    tensors();
  }

  private void heading(String text) {
    console.line(console.screen().paint(Paint.STRONG, text));
  }

  private void section(String title, int size) {
    console.line("");
    heading(title + " (" + Quantity.exact(size) + ")");
  }

  private void fact(String name, String value) {
    String shown = Printable.of(name);
    String label = shown + " ".repeat(Math.max(0, LABEL_WIDTH - shown.length()));
    console.line("  " + console.screen().paint(Paint.FAINT, label) + "  " + Printable.of(value));
  }

  private void tiers() {
    List<TierView> tiers = inspection.manifest().tiers();
    section("Tiers", tiers.size());
    Table table =
        new Table(
            List.of(
                Column.ofNumbers("Tier"),
                Column.ofNames("Name"),
                Column.ofText("Quality"),
                Column.ofNumbers("Sealed weights")));
    for (int i = 0; i < tiers.size(); i++) {
      TierView tier = tiers.get(i);
      table.row(
          Integer.toString(i),
          Printable.of(tier.name()),
          Printable.of(quality(tier)),
          Quantity.exact(tier.sealed()));
    }
    table.print(console);
  }

  private static String quality(TierView tier) {
    return tier.quality().isEmpty()
        ? "not measured"
        : String.join(
            ", ", tier.quality().stream().map(each -> each.metric() + " " + each.value()).toList());
  }

  private void rings() {
    List<Rings.Extent> rings = inspection.manifest().rings().streams();
    section("Rings", rings.size());
    Table table =
        new Table(
            List.of(Column.ofNumbers("Ring"), Column.ofNumbers("Bytes"), Column.ofNumbers("From")));
    for (int i = 0; i < rings.size(); i++) {
      table.row(
          Integer.toString(i + 1),
          Quantity.exact(rings.get(i).length()),
          Quantity.exact(rings.get(i).offset()));
    }
    table.print(console);
  }

  private void tensors() {
    Manifest manifest = inspection.manifest();
    section("Tensors", manifest.tensors().size() + manifest.inside().size());
    Table table =
        new Table(
            List.of(
                Column.ofNames("Name"),
                Column.ofText("Shape"),
                Column.ofNumbers("Bytes"),
                Column.ofNumbers("From").extra()));
    for (Tensor tensor : manifest.tensors()) {
      table.row(
          Printable.of(tensor.name()),
          tensor.dims().toString(),
          Quantity.exact(tensor.length()),
          Quantity.exact(tensor.offset()));
    }
    manifest
        .inside()
        .forEach(each -> table.row(Printable.of(each.name()), "in model.onnx", "", ""));
    table.print(console);
  }
}
