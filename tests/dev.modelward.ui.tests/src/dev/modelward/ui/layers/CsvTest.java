// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.graph.Scope;
import dev.modelward.ui.model.Burden;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.NodeRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static NodeRow row(String name, Burden burden) {
    return new NodeRow(new Element.AtNode(Scope.MAIN, 0), name, "Conv", "", burden);
  }

  @Test
  void quotesWhatWouldBreakALine() {
    String csv = Csv.of(List.of(row("a,\"b\"", Burden.NONE)));

    assertTrue(csv.endsWith("\"a,\"\"b\"\"\",Conv,,,,,,\r\n"), csv);
  }

  @Test
  void writesNumbersForMachines() {
    String csv = Csv.of(List.of(row("c", new Burden("2x2", "float32", 12_345, 49_380, 0.25))));

    assertEquals("c,Conv,,2x2,12345,49380,float32,0.250000", csv.split("\r\n")[1]);
  }
}
