// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.Call;
import dev.modelward.cli.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectArtifactTest {
  @TempDir Path folder = Path.of("");
  private Shop shop = new Shop(folder);

  @BeforeEach
  void sealArtifact() throws Exception {
    shop = Shop.open(folder);
  }

  private Call inspect(String... more) {
    List<String> all = new ArrayList<>(List.of("inspect", shop.file("net.protected")));
    all.addAll(List.of(more));
    return Call.of(all.toArray(String[]::new));
  }

  @Test
  void showsTiersRingsTensorsAndOrigin() {
    Call call = inspect();

    assertEquals(0, call.code(), call.err());
    String text = call.out();
    assertTrue(text.contains("  Checked       signature not checked: give --vendor\n"), text);
    assertTrue(text.contains("  Artifact      " + Shop.ARTIFACT + "\n"), text);
    assertTrue(text.contains("  criterion     fisher\n"), text);
    assertTrue(text.contains("\nTiers (3)\n"), text);
    assertTrue(text.matches("(?s).*\n +1  basic +not measured +1,000\n.*"), text);
    assertTrue(text.matches("(?s).*\n +2  full +top-1 0\\.9908 +0\n.*"), text);
    assertTrue(text.contains("\nRings (2)\n"), text);
    assertTrue(text.contains("\nTensors (4)\n"), text);
  }

  @Test
  void saysHowMuchWasChecked() {
    String vendor = shop.file("vendor.pub");
    assertTrue(inspect("--vendor", vendor).out().contains("the vendor signed the manifest"));
    assertTrue(
        inspect("--vendor", vendor, "--verify")
            .out()
            .contains("every file and tensor is what the vendor signed"));
  }

  @Test
  void doesNotVerifyWithoutTheVendorsKey() {
    assertEquals(
        new Call(
            2,
            "",
            "error: --verify: An artifact is verified by its vendor's key. Add --vendor FILE.\n"),
        inspect("--verify"));
  }

  @Test
  void tellsMachinesOfArtifactsBesideModels() throws IOException {
    Shop.model().write(shop.path("net.onnx"));

    Call call = inspect(shop.file("net.onnx"), "--json", "--vendor", shop.file("vendor.pub"));

    Map<?, ?> told = assertInstanceOf(Map.class, Json.parse(call.out()), call.err());
    assertEquals(
        List.of("schema", "version", "models", "artifacts", "failures"),
        List.copyOf(told.keySet()));
    List<?> artifacts = assertInstanceOf(List.class, told.get("artifacts"));
    Map<?, ?> artifact = assertInstanceOf(Map.class, artifacts.getFirst());
    assertEquals(
        List.of(
            "folder",
            "checked",
            "artifact",
            "core",
            "generation",
            "model",
            "data",
            "tiers",
            "rings",
            "tensors",
            "inside",
            "provenance"),
        List.copyOf(artifact.keySet()));
    assertEquals("signature", artifact.get("checked"));
    assertEquals(Map.of("criterion", "fisher"), artifact.get("provenance"));
  }

  @Test
  void refusesAManifestThatTheVendorDidNotSign() throws IOException {
    Path manifest = shop.path("net.protected/manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replaceFirst("\"sig\":\"..", "\"sig\":\"AA"));

    Call call = inspect("--vendor", shop.file("vendor.pub"));

    assertEquals(3, call.code());
    assertEquals("", call.out());
    assertEquals(
        "error: the manifest: This is not what the vendor made. Get it anew.\n", call.err());
  }

  @Test
  void saysThatAFolderHasNoManifest() throws IOException {
    Files.delete(shop.path("net.protected/manifest.json"));
    assertEquals(3, inspect().code());
    assertEquals(3, inspect("--vendor", shop.file("vendor.pub")).code());
  }
}
