// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.sign.VendorKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void goesTheWholeWayFromDataToGrantsAndMeasuresEachView() throws Exception {
    Path place = folder.resolve("demo");
    Run run = Run.of("demo", place.toString(), "--quiet");
    assertEquals(0, run.code(), run.err());

    VendorKey vendor = VendorKey.parse(Files.readString(place.resolve("vendor.pub")));
    Artifact artifact = Artifact.open(place.resolve("glyphs.protected"), vendor);
    artifact.verify(1);
    Manifest manifest = artifact.manifest();
    List<String> names = manifest.tiers().stream().map(TierView::name).toList();
    assertEquals(List.of("public", "basic", "full"), names);
    assertEquals(0, manifest.tiers().getLast().sealed());

    double open = quality(run, "public");
    double basic = quality(run, "basic");
    double full = quality(run, "full");
    assertTrue(open <= 30 && open < basic && basic < full, run.out());
    assertEquals(plain(place), full, 0.05, "the full tier is the plain model");
    assertTrue(Files.readString(place.resolve("glyphs.html")).contains("basic.grant"));
  }

  @Test
  void leavesAFolderAloneThatHasSomethingInIt() throws Exception {
    Path there = Files.writeString(folder.resolve("mine"), "mine");
    Run run = Run.of("demo", folder.toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("There is something in this folder already."), run.err());
    assertEquals("mine", Files.readString(there));
  }

  private static double quality(Run run, String view) {
    String row = run.out().lines().filter(line -> line.strip().startsWith(view)).findFirst().orElseThrow();
    return Double.parseDouble(row.strip().split("\\s+")[1]);
  }

  private static double plain(Path place) {
    Run run =
        Run.of(
            "evaluate",
            place.resolve("glyphs.onnx").toString(),
            place.resolve("glyphs-test.data").toString(),
            "--metric",
            "top-1",
            "--quiet");
    String row = run.out().lines().filter(line -> line.contains("top-1")).findFirst().orElseThrow();
    return 100 * Double.parseDouble(row.strip().split("\\s+")[1]);
  }
}
