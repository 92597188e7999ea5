// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedBuildTest {
  /** A folder to which not even the administrator may write. */
  private static final Path UNWRITABLE = Path.of("/sys/power");

  private static final int FULL = IncrementalProjectBuilder.FULL_BUILD;

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
  void aCancelledBuildLeavesTheOldArtifactWhole() throws Exception {
    shop.build();
    Map<String, String> before = files();
    shop.plan("# a word");

    assertThrows(
        OperationCanceledException.class, () -> shop.build(FULL, new Watch("seal", Watch.CANCEL)));

    assertEquals(before, files());
    shop.artifact("net.protected").verify(1);
    String id = shop.id();
    shop.build();
    assertNotEquals(id, shop.id());
    assertEquals(List.of(), shop.problems());
  }

  @Test
  void aBuildThatIsKilledInTheMiddleLeavesTheOldArtifactWhole() throws Exception {
    shop.build();
    Map<String, String> before = files();
    shop.plan("# a word");

    assertThrows(Killed.class, () -> shop.build(FULL, new Watch("seal", Watch.KILL)));

    assertEquals(before, files());
    shop.artifact("net.protected").verify(1);
    shop.build();
    assertEquals(List.of("net.grants", "net.protected"), present("net.grants", "net.protected"));
    assertEquals(List.of(), shop.problems());
  }

  private List<String> present(String... names) throws Exception {
    Files.createDirectories(shop.path("protected/net.grants"));
    assertEquals(List.of(names), shop.names("protected"));
    return List.of(names);
  }

  private Map<String, String> files() throws Exception {
    Map<String, String> files = new TreeMap<>();
    for (String name : shop.names("protected/net.protected")) {
      byte[] bytes = Files.readAllBytes(shop.path("protected/net.protected").resolve(name));
      files.put(name, HexFormat.of().formatHex(bytes));
    }
    return files;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysThatTheOutputIsReadOnlyAndBuildsWhenItIsNot() throws Exception {
    Path output = Files.createSymbolicLink(shop.path("protected"), UNWRITABLE);

    shop.build();
    assertEquals(List.of("build-failed net.ward"), shop.problems());

    Files.delete(output);
    shop.build();
    assertEquals(List.of(), shop.problems());
    shop.artifact("net.protected").verify(1);
  }

  @Test
  void saysThatTheOutputIsInTheWay() throws Exception {
    shop.write("protected", "a file");

    shop.build();

    assertEquals(List.of("build-failed net.ward"), shop.problems());
  }

  /** What ends a build as the death of its process would. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Waits until a build does something of a name. */
  private static final class Watch extends NullProgressMonitor {
    static final boolean CANCEL = true;
    static final boolean KILL = false;
    private final String name;
    private final boolean isGentle;

    Watch(String name, boolean isGentle) {
      this.name = name;
      this.isGentle = isGentle;
    }

    @Override
    @NonNullByDefault({})
    public void subTask(String task) {
      if (name.equals(task) && isGentle) {
        setCanceled(true);
      } else if (name.equals(task)) {
        throw new Killed();
      }
    }
  }
}
