// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.cli.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir Path folder = Path.of("");
  private Builds builds = new Builds(folder);

  @BeforeEach
  void build() throws Exception {
    builds = Builds.in(folder);
  }

  private Call withKeys(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("diff", builds.file("old.protected"), builds.file("new.protected")));
    all.addAll(List.of(more));
    return builds.keyed(all.toArray(String[]::new));
  }

  @Test
  void showsTheVendorWhichBlocksMoved() {
    Call call = withKeys();
    assertEquals(0, call.code(), call.err());
    assertEquals(
        """
        OLD: artifact %s, generation 1; the vendor signed the manifest; files not checked; all rings opened
        NEW: artifact %s, generation 1; the vendor signed the manifest; files not checked; all rings opened
        These are two builds of a model.

        Reasons (1)
          another seed (importance.criterion)
            fisher seed=1 -> fisher seed=2

        Views (3)
          View    Metric  Before  After  Sealed before  After
          public  top-1      0.4    0.5             27     27
          basic   -            -      -              9      9
          full    -            -      -              0      0

        Files
          File             Bytes
          model.onnx       same   graph and shapes
          model.onnx.data  other  1 of 2 tensors differ
          rings.sealed     other  generation 1, then 1

        Blocks (2 of 3 sealed ones moved)
          Layer         From tier  To tier  Blocks  Weights
          conv0.weight  basic      full          1        9
          conv0.weight  full       public        1        9
        """
            .formatted(Builds.OLD, Builds.NEW)
            .replace("OLD", builds.file("old.protected"))
            .replace("NEW", builds.file("new.protected")),
        call.out());
  }

  @Test
  void saysWhatCannotBeSeenWithoutKeys() {
    Call call = builds.diff();
    assertEquals(0, call.code(), call.err());
    assertTrue(call.out().contains("signature not checked: give --vendor; none of 2 rings opened"));
    assertTrue(call.out().contains("Blocks: not to be seen\n"), call.out());
    assertTrue(call.out().contains("another seed (importance.criterion)"), call.out());
    assertFalse(call.out().contains("conv0"), call.out());
    Call signed = builds.diff("--vendor", builds.file("vendor.pub"));
    assertTrue(signed.out().contains("the vendor signed the manifest"), signed.out());
  }

  @Test
  void showsACustomerWhatGrantsOpen() {
    builds.grant("old.protected", "basic", "old.grant");
    builds.grant("new.protected", "basic", "new.grant");
    String[] opener = {
      "--identity", builds.file("customer"), "--vendor", builds.file("vendor.pub")
    };

    Call call =
        builds.diff(
            "--grant",
            builds.file("old.grant"),
            "--grant",
            builds.file("new.grant"),
            opener[0],
            opener[1],
            opener[2],
            opener[3]);

    assertEquals(0, call.code(), call.err());
    assertTrue(call.out().contains("rings up to 1 of 2 opened"), call.out());
    assertTrue(call.out().contains("Blocks (1 of 2 sealed ones moved)"), call.out());
    assertTrue(call.out().contains("may be public or in a closed one"), call.out());
    assertTrue(call.out().contains("basic      public or full"), call.out());
  }

  @Test
  void tellsMachinesTheSame() {
    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(withKeys("--json").out()));
    assertEquals(
        List.of(
            "schema",
            "version",
            "artifacts",
            "kinship",
            "differences",
            "views",
            "files",
            "compared",
            "moved",
            "unsure",
            "apart",
            "moves"),
        List.copyOf(told.keySet()));
    assertEquals("builds", told.get("kinship"));
    List<?> moves = assertInstanceOf(List.class, told.get("moves"));
    Map<?, ?> move = assertInstanceOf(Map.class, moves.getFirst());
    assertEquals(List.of("layer", "from", "to", "blocks", "weights"), List.copyOf(move.keySet()));
    assertEquals(List.of(Map.of("name", "basic")), move.get("from"));
  }

  @Test
  void refusesGrantsThatNothingOpensAndGrantsForOthers() {
    assertEquals(2, builds.diff("--grant", builds.file("x")).code());
    builds.grant("old.protected", "full", "old.grant");
    assertEquals(2, withKeys("--grant", "g", "--vendor", "v", "--identity", "i").code());
    Call same =
        Call.of(
            "diff",
            builds.file("new.protected"),
            builds.file("new.protected"),
            "--grant",
            builds.file("old.grant"),
            "--vendor",
            builds.file("vendor.pub"),
            "--identity",
            builds.file("customer"));
    assertEquals(3, same.code());
    assertTrue(same.err().contains("No grant is for either artifact"), same.err());
    assertEquals(3, Call.of("diff", builds.file("none"), builds.file("none")).code());
  }
}
