// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WardBuilderTest {
  private static final int FULL = IncrementalProjectBuilder.FULL_BUILD;
  private static final int AUTO = IncrementalProjectBuilder.AUTO_BUILD;

  @TempDir Path keys = Path.of("");
  private Workshop shop = new Workshop(none(), keys);

  private static IProject none() {
    return ResourcesPlugin.getWorkspace().getRoot().getProject("none");
  }

  @BeforeEach
  void openShop() throws Exception {
    shop = Workshop.in(keys);
  }

  @AfterEach
  void closeShop() throws Exception {
    shop.close();
  }

  @Test
  void buildsAPlanIntoDerivedFiles() throws Exception {
    shop.identity("ann");
    shop.plan("recipients: [{name: ann, key: ann.pub, tier: basic}]");

    shop.build();

    assertEquals(List.of(), shop.problems());
    shop.artifact("net.protected").verify(1);
    assertEquals(List.of("ann.grant"), shop.names("protected/net.grants"));
    assertTrue(shop.project().getFolder("protected").isDerived(), "what is built is derived");
    assertTrue(
        shop.project().getFile("protected/net.protected/manifest.json").exists(),
        "the workspace sees the artifact");
  }

  @Test
  void doesNothingWhenNothingChanged() throws Exception {
    shop.build();
    String id = shop.id();

    shop.build();
    shop.build(AUTO);
    shop.build(FULL);

    assertEquals(id, shop.id());
    assertEquals(List.of(), shop.problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"model", "external", "card", "records", "plan", "map", "key", "tool", "recipient"})
  void buildsOnceWhenOneInputChanges(String input) throws Exception {
    shop.externalNetwork(1);
    shop.identity("ann");
    shop.plan("recipients: [{name: ann, key: ann.pub, tier: basic}]");
    shop.setting(ProjectSettings.ANALYSIS, "always");
    shop.build();
    assertEquals(List.of(), shop.problems());
    String before = shop.id();

    change(input);
    shop.build();
    String after = shop.id();
    shop.build();
    shop.build(FULL);

    assertNotEquals(before, after);
    assertEquals(after, shop.id());
    assertEquals(List.of(), shop.problems());
  }

  private void change(String input) throws Exception {
    switch (input) {
      case "model" -> shop.network(2).write(shop.path("net.onnx"));
      case "external" -> flip("net.bin");
      case "card" -> Files.writeString(shop.path("signs.data"), card("title: other\n"));
      case "records" -> flip("images.idx");
      case "plan" -> shop.plan("# a word", "recipients: [{name: ann, key: ann.pub, tier: basic}]");
      case "map" -> Files.delete(shop.path("net.importance"));
      case "key" -> shop.newRing();
      case "tool" -> tool();
      case "recipient" -> shop.identity("ann");
      default -> throw new IllegalArgumentException(input);
    }
  }

  private String card(String more) throws Exception {
    return Files.readString(shop.path("signs.data")) + more;
  }

  private void flip(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(shop.path(name));
    bytes[bytes.length / 2] ^= 1;
    Files.write(shop.path(name), bytes);
  }

  /** As if an older version had built. */
  private void tool() throws Exception {
    Path ledger = Site.of(shop.project()).ledger();
    Files.writeString(ledger, Files.readString(ledger).replace(Site.tool(), "modelward 0.0.1"));
  }

  @Test
  void aModelThatIsDeletedAndPutBackIsNotBuiltAgain() throws Exception {
    shop.build();
    String id = shop.id();
    byte[] model = Files.readAllBytes(shop.path("net.onnx"));
    Files.delete(shop.path("net.onnx"));

    shop.build();
    assertEquals(
        List.of(
            "input-unusable net.ward:1", "stale-artifact protected/net.protected/manifest.json"),
        shop.problems());

    Files.write(shop.path("net.onnx"), model);
    shop.build();
    assertEquals(List.of(), shop.problems());
    assertEquals(id, shop.id());
  }

  @Test
  void twoPlansOfOneModelAreBuiltApart() throws Exception {
    Files.createDirectory(shop.path("sub"));
    shop.write(
        "sub/other.ward",
        Workshop.text().replace("net.onnx", "../net.onnx").replace("signs", "../signs"));

    shop.build();

    assertEquals(List.of(), shop.problems());
    shop.artifact("net.protected").verify(1);
    String other = shop.artifact("sub/other.protected").manifest().artifact();
    shop.plan("# a word");
    shop.build();
    assertEquals(other, shop.artifact("sub/other.protected").manifest().artifact());
  }

  @Test
  void anAutomaticBuildStartsNoAnalysisUnlessTheProjectSaysSo() throws Exception {
    automatically("a note");
    assertEquals(List.of("analysis-outdated net.ward:1"), shop.problems());
    assertFalse(Files.exists(shop.path("net.importance")), "there is a map");
    automatically("another note");
    assertEquals(List.of("analysis-outdated net.ward:1"), shop.problems());

    shop.setting(ProjectSettings.ANALYSIS, "always");
    automatically("a third note");
    assertEquals(List.of(), shop.problems());
    shop.artifact("net.protected").verify(1);
  }

  /** Changes something as somebody in the IDE does, and waits for what comes of it. */
  private void automatically(String note) throws Exception {
    Workshop.automatic(true);
    try {
      shop.write("note.txt", note);
      shop.project().refreshLocal(IResource.DEPTH_INFINITE, null);
      Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
    } finally {
      Workshop.automatic(false);
    }
  }

  @Test
  void cleaningRemovesWhatWasBuiltAndNothingElse() throws Exception {
    shop.build();
    String id = shop.id();
    shop.write("protected/readme.txt", "ours");

    shop.build(IncrementalProjectBuilder.CLEAN_BUILD);
    assertEquals(List.of("readme.txt"), shop.names("protected"));

    shop.build();
    assertNotEquals(id, shop.id());
  }
}
