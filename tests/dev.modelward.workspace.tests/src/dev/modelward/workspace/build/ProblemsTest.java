// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.Node;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.workspace.problem.Kind;
import dev.modelward.workspace.problem.Markers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsTest {
  private static final String STALE = "stale-artifact protected/net.protected/manifest.json";

  @TempDir Path keys = Path.of("");
  private Workshop shop =
      new Workshop(ResourcesPlugin.getWorkspace().getRoot().getProject("none"), keys);

  @BeforeEach
  void openShop() throws Exception {
    shop = Workshop.in(keys);
  }

  @AfterEach
  void closeShop() throws Exception {
    shop.close();
  }

  @Test
  void everyKindHasAMarkerTypeUnderOne() throws Exception {
    for (Kind kind : Kind.values()) {
      IMarker marker = shop.project().createMarker(kind.markerType());
      assertTrue(marker.isSubtypeOf(Markers.PROBLEM), kind.markerType());
      assertTrue(marker.isSubtypeOf(IMarker.PROBLEM), kind.markerType());
    }
  }

  @Test
  void aModelThatChangedSinceItsAnalysisIsNotBuilt() throws Exception {
    shop.build();
    shop.network(2).write(shop.path("net.onnx"));

    shop.build();

    assertEquals(List.of("analysis-outdated net.ward:1", STALE), shop.problems());
    assertEquals(
        "The model has changed since net.importance was made from it. (net.ward, line 1) Run the"
            + " analysis again: delete net.importance and build the project, or set the project"
            + " setting analysis to always.",
        shop.message("analysis-outdated"));
  }

  @Test
  void aLimitThatAViewBreaksStopsTheBuildAndSaysWhatMendsIt() throws Exception {
    shop.plan("limits:", "  - view: public", "    quality: '<= 0.5 %'");

    shop.build();

    assertEquals(List.of("limit-broken net.ward:8"), shop.problems());
    String message = shop.message("limit-broken");
    assertTrue(
        message.matches(
            "The public view reaches [0-9.]+ %, its limit is 0\\.5 %\\. \\(net\\.ward, line 8\\)"
                + " .* of the weights \\(now 5.* %\\).*"),
        message);
  }

  @Test
  void aTierOutOfReachIsMarkedAtItsLine() throws Exception {
    shop.write(
        "net.ward",
        Workshop.text().replace("{name: public, share: 50 %}", "{name: public, quality: 100 %}"));

    shop.build();

    assertEquals(List.of("tier-unreachable net.ward:5"), shop.problems());
  }

  @Test
  void aMissingKeyIsMarkedAndTheNextBuildTriesAgain() throws Exception {
    Path ring = keys.resolve("ring");
    Files.move(ring, keys.resolve("away"));
    shop.build();
    assertEquals(List.of("key-missing net.ward"), shop.problems());
    assertTrue(
        shop.message("key-missing").startsWith("Expected a key ring, found no file. ("),
        shop.message("key-missing"));

    Files.move(keys.resolve("away"), ring);
    Path opener = keys.resolve("ring.key");
    Files.move(opener, keys.resolve("away"));
    shop.build();
    assertEquals(List.of("key-missing net.ward"), shop.problems());

    Files.move(keys.resolve("away"), opener);
    shop.build();
    assertEquals(List.of(), shop.problems());
  }

  @Test
  void nothingThatSaysWhereKeysAreIsAMissingKey() throws Exception {
    shop.setting(ProjectSettings.KEY_RING, "");

    shop.build();

    assertEquals(
        "Nothing says where the key ring is. (MODELWARD_KEYS) Set it, or the project setting"
            + " keyRing.",
        shop.message("key-missing"));
  }

  @Test
  void theKeyOfARecipientIsMarkedAtItsLine() throws Exception {
    shop.plan("recipients:", "  - name: cy", "    key: cy.pub", "    tier: basic");

    shop.build();

    assertEquals(List.of("key-missing net.ward:8"), shop.problems());
  }

  @Test
  void plainModelsInFoldersThatAreHandedOutAreMarked() throws Exception {
    shop.setting(ProjectSettings.EXPORTED, "dist, more");
    shop.build();
    Files.createDirectory(shop.path("dist"));
    Files.copy(shop.path("net.onnx"), shop.path("dist/a.onnx"));
    Files.copy(shop.path("net.onnx"), shop.path("protected/b.onnx"));

    shop.build();

    assertEquals(
        List.of("plain-model-exposed dist/a.onnx", "plain-model-exposed protected/b.onnx"),
        shop.problems());
    Files.delete(shop.path("dist/a.onnx"));
    Files.delete(shop.path("protected/b.onnx"));
    shop.build();
    assertEquals(List.of(), shop.problems());
  }

  @Test
  void anArtifactWithoutAPlanIsStale() throws Exception {
    shop.build();
    Files.move(shop.path("net.ward"), shop.path("other.txt"));

    shop.build();

    assertEquals(List.of(STALE), shop.problems());
    assertTrue(shop.message("stale-artifact").startsWith("No plan makes this artifact any more."));
  }

  @Test
  void wrongTextIsMarkedFromItsColumnToTheEndOfItsLine() throws Exception {
    shop.plan("# ümlaut 😀", "limits: [{view: publik, quality: '<= 5 %'}]");

    shop.build();

    assertEquals(List.of("plan-syntax net.ward:7"), shop.problems());
    IMarker marker = shop.markers().getFirst();
    String text = Files.readString(shop.path("net.ward"));
    int start = marker.getAttribute(IMarker.CHAR_START, -1);
    assertEquals(
        "publik, quality: '<= 5 %'}]",
        text.substring(start, marker.getAttribute(IMarker.CHAR_END, -1)));
    assertTrue(
        shop.message("plan-syntax").contains("is 'public' meant?"), shop.message("plan-syntax"));
    shop.plan();
    shop.build();
    assertEquals(List.of(), shop.problems());
  }

  @Test
  void aWrongCardIsMarkedInTheCard() throws Exception {
    shop.write("signs.data", "kind: idx\nimages: images.idx\nlabls: labels.idx\n");

    shop.build();

    assertEquals(List.of("plan-syntax signs.data:3"), shop.problems());
  }

  @Test
  void aNodeThatTheCriterionCannotPassIsAWarningAndTheArtifactIsBuilt() throws Exception {
    blocked().write(shop.path("net.onnx"));
    shop.write("net.ward", Workshop.text().replace("magnitude", "fisher"));

    shop.build();

    assertEquals(List.of("criterion-unsupported net.ward:3"), shop.problems());
    assertTrue(
        shop.message("criterion-unsupported").contains("CumSum"),
        shop.message("criterion-unsupported"));
    shop.artifact("net.protected").verify(1);
    shop.build();
    assertEquals(List.of("criterion-unsupported net.ward:3"), shop.problems());
  }

  private OnnxModel blocked() {
    OnnxModel model = shop.network(1);
    Graph graph = model.graph();
    GraphEdit edit = graph.edit();
    edit.add(Tensor.ofLongs("axis", List.of(), 1));
    for (int i = 0; i < graph.nodes().size(); i++) {
      Node node = graph.nodes().get(i);
      if (node.is("Flatten")) {
        List<String> inputs = List.of(node.outputs().getFirst(), "axis");
        edit.insertNode(i + 1, Node.of("CumSum", inputs, List.of("summed")).named("sums"));
      } else if (node.is("Gemm")) {
        edit.replaceNode(
            i, node.reading(List.of("summed", node.inputs().get(1), node.inputs().get(2))));
      }
    }
    return model.with(edit.apply());
  }

  @Test
  void aTamperedArtifactIsMarkedUntilItIsCleanedAway() throws Exception {
    shop.build();
    String id = shop.id();
    Path model = shop.path("protected/net.protected/model.onnx");
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length - 9] ^= 1;
    Files.write(model, bytes);

    shop.build();
    assertEquals(
        List.of("artifact-tampered protected/net.protected/manifest.json"), shop.problems());
    shop.build();
    assertEquals(
        List.of("artifact-tampered protected/net.protected/manifest.json"), shop.problems());

    shop.build(IncrementalProjectBuilder.CLEAN_BUILD);
    shop.build();
    assertEquals(List.of(), shop.problems());
    assertNotEquals(id, shop.id());
  }

  @Test
  void aDamagedModelIsMarkedAtTheLineThatNamesIt() throws Exception {
    Files.write(shop.path("net.onnx"), new byte[] {1, 2, 3});

    shop.build();

    assertEquals(List.of("input-unusable net.ward:1"), shop.problems());
  }
}
