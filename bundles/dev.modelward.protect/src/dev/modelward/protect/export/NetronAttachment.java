// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import dev.modelward.protect.export.JsonStream.Layout;
import dev.modelward.protect.importance.CriterionText;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.Provenance;
import dev.modelward.protect.importance.ScoredLayer;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * A map as an attachment that Netron shows beside the model, which it knows by its signature and by
 * a file name that ends in {@code .json}. It holds rows of metadata and of metrics, each about a
 * target: a node or a tensor by its name up to the first line break, or the model, whose name is
 * empty.
 *
 * @see <a href="https://github.com/lutzroeder/netron/blob/main/source/view.js">Netron's view.js,
 *     {@code metadata.Attachment} and the sidebars</a>
 */
final class NetronAttachment {
  private static final String MODEL = "model";

  private final JsonStream json;

  private NetronAttachment(JsonStream json) {
    this.json = json;
  }

  static void write(ImportanceMap map, Writer out) throws IOException {
    new NetronAttachment(new JsonStream(out)).write(map);
  }

  private void write(ImportanceMap map) throws IOException {
    Map<String, Figures> nodes = Figures.by(layer -> target(layer.name()), map);
    Map<String, Figures> tensors = Figures.by(layer -> target(layer.weight()), map);
    Figures all = Figures.sum(nodes.values());
    json.object(Layout.LINES).key("signature").value("netron:attachment");
    json.key("metadata").array(Layout.LINES);
    write(map.provenance());
    for (ScoredLayer layer : map.layers()) {
      row("tensor", target(layer.weight()), "blocks of").value(layer.kind().toString()).end();
    }
    json.end();
    json.key("metrics").array(Layout.LINES);
    row(MODEL, "", "blocks").value(all.blocks()).end();
    number(MODEL, "", "importance sum", all.sum());
    for (Map.Entry<String, Figures> node : nodes.entrySet()) {
      write("node", node.getKey(), node.getValue(), all);
    }
    for (Map.Entry<String, Figures> tensor : tensors.entrySet()) {
      write("tensor", tensor.getKey(), tensor.getValue(), all);
    }
    json.end().end();
  }

  private static String target(String name) {
    return name.split("\n", 2)[0];
  }

  private void write(Provenance provenance) throws IOException {
    row(MODEL, "", "importance by").value(CriterionText.of(provenance.criterion())).end();
    row(MODEL, "", "importance of model").value(provenance.model()).end();
    row(MODEL, "", "importance on data").value(provenance.data()).end();
    row(MODEL, "", "importance held against").value(provenance.truth().words()).end();
    row(MODEL, "", "importance made with").value(provenance.versions()).end();
    row(MODEL, "", "importance made on").value(provenance.date().toString()).end();
  }

  private void write(String kind, String target, Figures figures, Figures all) throws IOException {
    number(kind, target, "importance", figures.perWeight());
    number(kind, target, "importance share", figures.shareOf(all));
    number(kind, target, "importance sum", figures.sum());
    number(kind, target, "importance max", figures.max());
    row(kind, target, "blocks").value(figures.blocks()).end();
  }

  /** A row about a number; none where it is not finite, for Netron expects a value. */
  private void number(String kind, String target, String name, double number) throws IOException {
    if (Double.isFinite(number)) {
      row(kind, target, name).value(number).end();
    }
  }

  /** A row up to its value. */
  private JsonStream row(String kind, String target, String name) throws IOException {
    json.object(Layout.INLINE).key("kind").value(kind).key("target").value(target);
    return json.key("name").value(name).key("value");
  }
}
