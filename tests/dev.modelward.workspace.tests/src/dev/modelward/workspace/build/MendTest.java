// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.workspace.mend.Mend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MendTest {
  private static final String HOME = "user.home";

  @TempDir Path keys = Path.of("");
  private final String home = System.getProperty(HOME);
  private Workshop shop =
      new Workshop(ResourcesPlugin.getWorkspace().getRoot().getProject("none"), keys);

  @BeforeEach
  void openShop() throws Exception {
    System.setProperty(HOME, keys.resolve("home").toString());
    shop = Workshop.in(keys);
  }

  @AfterEach
  void closeShop() throws Exception {
    System.setProperty(HOME, home);
    shop.close();
  }

  private IMarker marker() throws Exception {
    return shop.markers().getFirst();
  }

  private void mend(Mend by) throws Exception {
    IMarker marker =
        shop.markers().stream()
            .filter(each -> Mend.of(each).contains(by))
            .findFirst()
            .orElseThrow();
    by.run(marker, new NullProgressMonitor());
  }

  @Test
  void analyzesAModelThatHasChanged() throws Exception {
    shop.build();
    String id = shop.id();
    shop.network(2).write(shop.path("net.onnx"));
    shop.build();

    mend(Mend.ANALYZE);

    assertEquals(List.of(), shop.problems());
    assertNotEquals(id, shop.id());
  }

  @Test
  void makesKeysForAProjectThatHasNone() throws Exception {
    shop.setting(ProjectSettings.KEY_RING, "");
    shop.setting(ProjectSettings.KEY_FILE, "");
    shop.build();

    mend(Mend.CREATE_KEYS);

    assertEquals(List.of(), shop.problems());
    assertTrue(Files.exists(keys.resolve("home/.modelward/shop.key")), "the key file");
    ProjectSettings settings = ProjectSettings.of(shop.project());
    assertEquals("vendor.keys", settings.keyRing().orElseThrow());
    assertEquals("~/.modelward/shop.key", settings.keyFile().orElseThrow());
    VendorKey vendor = VendorKey.parse(Files.readString(shop.path("vendor.pub")));
    Artifact.open(shop.path("protected/net.protected"), vendor).verify(1);
  }

  @Test
  void neverReplacesARingThatTheProjectHas() throws Exception {
    shop.setting(ProjectSettings.KEY_RING, "");
    shop.write("vendor.keys", "precious");
    shop.build();

    assertThrows(CoreException.class, () -> mend(Mend.CREATE_KEYS));

    assertEquals("precious", Files.readString(shop.path("vendor.keys")));
    assertFalse(Files.exists(shop.path("vendor.pub")), "a public key of no ring");
  }

  @Test
  void offersNoNewKeysWhereARingIsNamed() throws Exception {
    Files.delete(keys.resolve("ring"));
    shop.build();
    assertEquals(List.of(Mend.BUILD), Mend.of(marker()));

    shop.newRing();
    mend(Mend.BUILD);

    assertEquals(List.of(), shop.problems());
  }

  @Test
  void movesAPlainModelOutUnderANameThatIsFree() throws Exception {
    shop.setting(ProjectSettings.EXPORTED, "dist");
    Files.createDirectory(shop.path("dist"));
    shop.network(3).write(shop.path("dist/net.onnx"));
    byte[] moved = Files.readAllBytes(shop.path("dist/net.onnx"));
    shop.build();

    mend(Mend.MOVE_OUT);

    assertEquals(List.of(), shop.problems());
    assertEquals(List.of(), shop.names("dist"));
    assertEquals(
        -1, Files.mismatch(shop.path("net-2.onnx"), Files.write(keys.resolve("x"), moved)));
  }

  @Test
  void makesATamperedArtifactAnew() throws Exception {
    shop.build();
    Path model = shop.path("protected/net.protected/model.onnx");
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length - 9] ^= 1;
    Files.write(model, bytes);
    shop.build();

    mend(Mend.REMAKE);

    assertEquals(List.of(), shop.problems());
    shop.artifact("net.protected").verify(1);
  }

  @Test
  void deletesAnArtifactThatNoPlanMakes() throws Exception {
    shop.build();
    Files.move(shop.path("net.ward"), shop.path("other.txt"));
    shop.build();

    mend(Mend.DELETE_ARTIFACT);

    assertEquals(List.of(), shop.problems());
    assertFalse(Files.exists(shop.path("protected/net.protected")), "the artifact");
  }

  @Test
  void leavesWhatOnlyAnAuthorCanMendToTheAuthor() throws Exception {
    shop.plan("limits: [{view: publik, quality: '<= 5 %'}]");
    shop.build();
    assertEquals(List.of(), Mend.of(marker()));
  }
}
