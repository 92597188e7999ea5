// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private static List<String> print(int width) {
    Table table =
        new Table(
            List.of(
                Column.ofNames("Name"), Column.ofText("Kind").extra(), Column.ofNumbers("Size")));
    table.row("features.denseblock.17", "Conv", "1,024");
    table.row("fc", "Gemm", "9");
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            new Screen(true, false, width));
    table.print(console);
    console.flush();
    return out.toString().lines().toList();
  }

  @Test
  void alignsTextLeftAndNumbersRight() {
    assertEquals(
        List.of(
            "  Name                    Kind   Size",
            "  features.denseblock.17  Conv  1,024",
            "  fc                      Gemm      9"),
        print(200));
  }

  @Test
  void shortensNamesInTheMiddleWhereThereIsLittleRoom() {
    assertEquals(
        List.of(
            "  Name              Kind   Size",
            "  feat...eblock.17  Conv  1,024",
            "  fc                Gemm      9"),
        print(31));
  }

  @Test
  void leavesExtraColumnsOutBeforeItWrapsLines() {
    assertEquals(
        List.of("  Name            Size", "  fea...lock.17  1,024", "  fc                 9"),
        print(22));
  }
}
