// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import dev.modelward.protect.export.JsonStream.Layout;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.ScoredLayer;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * A map as custom node data of Model Explorer: a number for each node of a layer, and the colors
 * that go with it. The graph has no name here, so Model Explorer takes the one that it shows. A
 * node's id is its name in the ONNX file, as the adapter {@code model-explorer-onnx} has it.
 *
 * @see <a
 *     href="https://github.com/google-ai-edge/model-explorer/blob/main/src/server/package/src/model_explorer/node_data_builder.py">Model
 *     Explorer's node_data_builder.py, {@code GraphNodeData}</a>
 * @see <a
 *     href="https://github.com/google-ai-edge/model-explorer/blob/main/src/ui/src/components/visualizer/node_data_provider_extension_service.ts">Model
 *     Explorer's node_data_provider_extension_service.ts, {@code getNodeDataProviderData}</a>
 * @see <a
 *     href="https://github.com/justinchuby/model-explorer-onnx/blob/main/src/model_explorer_onnx/main.py">the
 *     adapter's {@code create_node}</a>
 */
enum NodeColors {
  /** By the mean score for each weight. */
  BY_WEIGHT("importance per weight"),
  /** By the share of all scores. */
  BY_SHARE("share of importance");

  private static final String[] COLORS = {"#ffffff", "#fee8c8", "#fdbb84", "#e34a33", "#7f0000"};

  /** Few layers often carry nearly all, so that even steps would leave the others white. */
  private static final double[] DECADES = {0, 0.001, 0.01, 0.1, 1};

  private final String title;

  NodeColors(String title) {
    this.title = title;
  }

  void write(ImportanceMap map, Writer out) throws IOException {
    Map<String, Figures> nodes = Figures.by(ScoredLayer::name, map);
    Figures all = Figures.sum(nodes.values());
    JsonStream json = new JsonStream(out);
    json.object(Layout.LINES).key("name").value(title);
    json.key("results").object(Layout.LINES);
    for (Map.Entry<String, Figures> node : nodes.entrySet()) {
      double value = value(node.getValue(), all);
      if (Double.isFinite(value)) {
        json.key(node.getKey()).object(Layout.INLINE).key("value").value(value).end();
      }
    }
    json.end().key("gradient").array(Layout.LINES);
    for (int i = 0; i < COLORS.length; i++) {
      json.object(Layout.INLINE).key("stop").value(stop(i, all));
      json.key("bgColor").value(COLORS[i]).end();
    }
    json.end().end();
  }

  private double value(Figures figures, Figures all) {
    return switch (this) {
      case BY_WEIGHT -> figures.perWeight();
      case BY_SHARE -> figures.shareOf(all);
    };
  }

  /** Where a color stands between the least value and the greatest. */
  private static double stop(int color, Figures all) {
    return all.hasShares() ? DECADES[color] : (double) color / (COLORS.length - 1);
  }
}
