// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import dev.modelward.onnx.graph.Finding;
import dev.modelward.protect.export.JsonStream.Layout;
import dev.modelward.protect.importance.CriterionText;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.protect.importance.ScoredLayer;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** A map as one JSON object that says all of it. */
final class MapDocument {
  private final JsonStream json;

  private MapDocument(JsonStream json) {
    this.json = json;
  }

  static void write(ImportanceMap map, Writer out) throws IOException {
    new MapDocument(new JsonStream(out)).write(map);
  }

  private void write(ImportanceMap map) throws IOException {
    json.object(Layout.LINES);
    json.key("format").value("modelward-importance").key("version").value(1);
    json.key("parameters").value(map.parameters());
    json.key("weights").value(map.weights()).key("blocks").value(map.blocks());
    write(map.provenance());
    json.key("findings").array(Layout.LINES);
    for (Finding finding : map.findings()) {
      json.object(Layout.INLINE).key("severity").value(finding.severity().toString());
      json.key("where").value(finding.where()).key("what").value(finding.what()).end();
    }
    json.end();
    List<Figures> figures = map.layers().stream().map(Figures::of).toList();
    Figures all = Figures.sum(figures);
    json.key("layers").array(Layout.LINES);
    for (int i = 0; i < figures.size(); i++) {
      json.object(Layout.LINES);
      write(map.layers().get(i));
      write(figures.get(i), all);
      writeScores(map.layers().get(i));
      json.end();
    }
    json.end().end();
  }

  private void write(Provenance provenance) throws IOException {
    json.key("provenance").object(Layout.LINES);
    json.key("criterion").value(CriterionText.of(provenance.criterion()));
    json.key("model").value(provenance.model()).key("data").value(provenance.data());
    String truth = provenance.truth().name().toLowerCase(Locale.ROOT).replace('_', '-');
    json.key("truth").value(truth).key("versions").value(provenance.versions());
    json.key("date").value(provenance.date().toString());
    json.key("samples").value(provenance.cost().samples());
    json.key("threads").value(provenance.cost().threads());
    json.key("seconds").value(provenance.cost().seconds()).end();
  }

  private void write(ScoredLayer layer) throws IOException {
    json.key("name").value(layer.name()).key("operator").value(layer.operator());
    json.key("weight").value(layer.weight()).key("kind").value(layer.kind().toString());
    writeSizes("dims", layer.tiling().dims());
    writeSizes("tile", layer.tiling().tile());
  }

  private void writeSizes(String key, List<Long> sizes) throws IOException {
    json.key(key).array(Layout.INLINE);
    for (long size : sizes) {
      json.value(size);
    }
    json.end();
  }

  private void write(Figures figures, Figures all) throws IOException {
    json.key("blocks").value(figures.blocks()).key("sum").value(figures.sum());
    json.key("mean").value(figures.mean()).key("max").value(figures.max());
    json.key("share").value(figures.shareOf(all));
  }

  private void writeScores(ScoredLayer layer) throws IOException {
    json.key("scores").array(Layout.INLINE);
    for (long block = 0; block < layer.scores().count(); block++) {
      json.value(layer.scores().at(block));
    }
    json.end();
  }
}
