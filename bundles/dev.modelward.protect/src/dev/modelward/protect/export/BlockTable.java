// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.ScoredLayer;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A map as a table with a row for each block.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class BlockTable {
  private static final String HEADER =
      "layer,operator,weight,kind,block,place,weights,score,score_per_weight";
  private static final String LINE_END = "\r\n";

  private BlockTable() {}

  static void write(ImportanceMap map, Writer out) throws IOException {
    out.write(HEADER);
    out.write(LINE_END);
    for (ScoredLayer layer : map.layers()) {
      write(layer, out);
    }
  }

  private static void write(ScoredLayer layer, Writer out) throws IOException {
    String start =
        Stream.of(layer.name(), layer.operator(), layer.weight(), layer.kind().toString())
            .map(BlockTable::field)
            .collect(Collectors.joining(",", "", ","));
    String weights = "," + layer.tiling().taps() + ",";
    for (long block = 0; block < layer.scores().count(); block++) {
      out.write(start);
      out.write(Long.toString(block));
      out.write(',');
      out.write(place(layer, block));
      out.write(weights);
      out.write(Float.toString(layer.scores().at(block)));
      out.write(',');
      out.write(Float.toString(layer.density(block)));
      out.write(LINE_END);
    }
  }

  private static String place(ScoredLayer layer, long block) {
    return layer.tiling().place(block).stream()
        .map(String::valueOf)
        .collect(Collectors.joining("/"));
  }

  private static String field(String text) {
    boolean isPlain = text.chars().noneMatch(unit -> "\",\r\n".indexOf(unit) >= 0);
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
