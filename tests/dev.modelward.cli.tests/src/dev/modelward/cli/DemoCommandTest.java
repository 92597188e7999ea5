// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.demo.DemoCommand;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.sign.VendorKey;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void goesTheWholeWayFromDataToGrantsAndMeasuresEachView() throws Exception {
    Path place = folder.resolve("demo");
    Call call = Call.of("demo", place.toString(), "--quiet");
    assertEquals(0, call.code(), call.err());

    VendorKey vendor = VendorKey.parse(Files.readString(place.resolve("vendor.pub")));
    Artifact artifact = Artifact.open(place.resolve("glyphs.protected"), vendor);
    artifact.verify(1);
    Manifest manifest = artifact.manifest();
    List<String> names = manifest.tiers().stream().map(TierView::name).toList();
    assertEquals(List.of("public", "basic", "full"), names);
    assertEquals(0, manifest.tiers().getLast().sealed());

    double open = quality(call, "public");
    double basic = quality(call, "basic");
    double full = quality(call, "full");
    assertTrue(open <= 30 && open < basic && basic < full, call.out());
    assertEquals(measured(place, "glyphs.onnx"), full, 0.05, "the full tier is the plain model");
    assertEquals(measured(place, "glyphs.protected", view(place, "basic")), basic, 0.05);
    assertEquals(measured(place, "glyphs.protected", vendor(place)), open, 0.05);
    assertTrue(Files.readString(place.resolve("glyphs.html")).contains("basic.grant"));
  }

  @Test
  void isGivenTheExamplesOfTheDocuments() throws Exception {
    for (String name : List.of("glyphs.data", "glyphs-test.data", "glyphs.recipe", "glyphs.ward")) {
      Path example = Path.of("..", "..", "docs", "examples", name);
      try (InputStream text = DemoCommand.class.getResourceAsStream(name)) {
        assertArrayEquals(Files.readAllBytes(example), text.readAllBytes(), name);
      }
    }
  }

  @Test
  void leavesAFolderAloneThatHasSomethingInIt() throws Exception {
    Path there = Files.writeString(folder.resolve("mine"), "mine");
    Call call = Call.of("demo", folder.toString());
    assertEquals(2, call.code());
    assertTrue(call.err().contains("There is something in this folder already."), call.err());
    assertEquals("mine", Files.readString(there));
  }

  private static double quality(Call call, String view) {
    String row =
        call.out().lines().filter(line -> line.strip().startsWith(view)).findFirst().orElseThrow();
    return Double.parseDouble(row.strip().split("\\s+")[1]);
  }

  private static String[] vendor(Path place) {
    return new String[] {"--vendor", place.resolve("vendor.pub").toString()};
  }

  private static String[] view(Path place, String tier) {
    List<String> options = new ArrayList<>(List.of(vendor(place)));
    options.addAll(List.of("--grant", place.resolve(tier + ".grant").toString()));
    options.addAll(List.of("--identity", place.resolve(tier + ".identity").toString()));
    return options.toArray(String[]::new);
  }

  private static double measured(Path place, String model, String... more) {
    List<String> words = new ArrayList<>(List.of("evaluate", place.resolve(model).toString()));
    words.addAll(List.of("--data", place.resolve("glyphs-test.data").toString()));
    words.addAll(List.of("--metric", "top-1", "--quiet"));
    words.addAll(List.of(more));
    Call call = Call.of(words.toArray(String[]::new));
    String row =
        call.out().lines().filter(line -> line.contains("top-1")).findFirst().orElse(call.err());
    return 100 * Double.parseDouble(row.strip().split("\\s+")[1]);
  }
}
