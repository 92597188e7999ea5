// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {
  @TempDir Path folder = Path.of("");
  private Workplace place = new Workplace(folder);

  @BeforeEach
  void writeModelAndMap() throws IOException {
    place = Workplace.in(folder);
    place.map("map", "magnitude");
  }

  private Call export(String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", place.file("map"), "--as"));
    arguments.addAll(List.of(more));
    return Call.of(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "csv, map.csv, 'layer,'",
    "json, map.json, '{'",
    "netron, map.netron.json, '{'",
    "model-explorer, map.model-explorer.json, '{'",
    "model-explorer-share, map.model-explorer-share.json, '{'"
  })
  void writesEveryFormBesideTheMap(String form, String name, String start) throws IOException {
    Call call = export(form);

    assertEquals(0, call.code(), call.err());
    assertTrue(Files.readString(place.path(name)).startsWith(start));
    String size = "%d\\.\\d+ kB|%d B".replace("%d", "\\d+");
    assertTrue(
        call.out().matches(".*map\\S*: 12 blocks in 2 layers, (" + size + ")\n"), call.out());
    assertEquals(List.of("map", name, "net.onnx", "signs.data"), place.names());
  }

  @Test
  void replacesAFileOnlyWhenForced() throws IOException {
    place.write("kept.csv", "precious");
    String out = place.file("kept.csv");

    assertEquals(
        "error: " + out + ": There is such a file already. Add --force to replace it.\n",
        export("csv", "--out", out).err());
    assertEquals("precious", Files.readString(Path.of(out)));
    assertEquals(new Call(0, "", ""), export("csv", "--out", out, "--force", "-q"));
    assertTrue(Files.readString(Path.of(out)).startsWith("layer,"));
  }

  @Test
  void refusesANameUnderWhichNetronTakesNoAttachment() {
    String out = place.file("map.txt");
    assertEquals(
        new Call(
            2,
            "",
            "error: modelward export: expected a name that ends in .json, as Netron does, found "
                + out
                + ". Try 'modelward export --help'.\n"),
        export("netron", "--out", out));
    assertFalse(Files.exists(Path.of(out)));
  }

  @Test
  void refusesAFormThatIsUnheardOf() {
    assertEquals(
        new Call(
            2,
            "",
            "error: modelward export: There is no form 'xml'. Try 'modelward export --help'.\n"),
        export("xml"));
  }

  @Test
  void saysThatAFileIsNoMap() throws IOException {
    place.write("map", "no map");

    Call call = export("json");

    assertEquals(3, call.code());
    assertTrue(call.err().contains("This is no importance map, or a damaged one."), call.err());
  }
}
