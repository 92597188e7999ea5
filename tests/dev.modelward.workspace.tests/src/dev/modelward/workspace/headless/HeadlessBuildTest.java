// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Screen;
import dev.modelward.workspace.build.Workshop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlessBuildTest {
  @TempDir Path keys = Path.of("");
  private Workshop shop =
      new Workshop(ResourcesPlugin.getWorkspace().getRoot().getProject("none"), keys);
  private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void openShop() throws Exception {
    shop = Workshop.in(keys);
    folder = shop.path("");
  }

  @AfterEach
  void closeShop() throws Exception {
    shop.close();
  }

  private int run(String... arguments) throws Exception {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), Screen.PIPE);
    Path from = folder.getParent();
    Request request = Request.of(List.of(arguments), from);
    int code =
        new HeadlessBuild(ResourcesPlugin.getWorkspace(), from, console)
            .run(request, new NullProgressMonitor());
    console.flush();
    return code;
  }

  @Test
  void buildsAProjectThatTheWorkspaceDoesNotKnow() throws Exception {
    shop.project().delete(false, true, null);

    int code = run("shop");

    assertEquals("Projects: 1, errors: 0, warnings: 0.", out.toString().strip());
    assertEquals(0, code);
    shop.artifact("net.protected").verify(1);
  }

  @Test
  void saysWhatIsWrongToPeopleAndPrograms() throws Exception {
    shop.plan("limits:", "  - view: public", "    quality: '<= 0.5 %'");

    int code = run("shop", "--json", "out.json", "--sarif", keys.resolve("o.sarif").toString());

    assertEquals(1, code);
    List<String> lines = out.toString().lines().toList();
    assertTrue(
        lines.getFirst().startsWith("error: " + shop.path("net.ward") + ":8: The public view "),
        out.toString());
    assertTrue(lines.getFirst().endsWith(" [limit-broken]"), out.toString());
    assertEquals("Projects: 1, errors: 1, warnings: 0.", lines.getLast());
    String json = Files.readString(folder.resolveSibling("out.json"));
    Files.delete(folder.resolveSibling("out.json"));
    assertHas(json, "\"errors\": 1", "\"kind\": \"limit-broken\"", "\"line\": 8");
    assertHas(
        Files.readString(keys.resolve("o.sarif")),
        "\"version\": \"2.1.0\"",
        "\"ruleId\": \"limit-broken\"",
        "\"text\": \"Limit broken by a view\"",
        "\"uri\": \"shop/net.ward\"",
        "\"startLine\": 8");
  }

  private static void assertHas(String text, String... pieces) {
    Stream.of(pieces).forEach(piece -> assertTrue(text.contains(piece), piece + " in " + text));
  }

  @Test
  void refusesAFolderWithoutAProject() throws Exception {
    Files.createDirectory(keys.resolve("empty"));

    assertEquals(3, run(keys.resolve("empty").toString()));
    assertTrue(err.toString().contains("found no .project"), err.toString());
  }

  @Test
  void refusesAProjectOfAnotherNature() throws Exception {
    Path other = Files.createDirectory(keys.resolve("other"));
    Files.writeString(
        other.resolve(".project"), "<projectDescription><name>other</name></projectDescription>");

    assertEquals(3, run(other.toString()));
    assertTrue(err.toString().contains("not of the ModelWard nature"), err.toString());
    ResourcesPlugin.getWorkspace().getRoot().getProject("other").delete(false, true, null);
  }

  @Test
  void aReportThatCannotBeWrittenIsBadInput() throws Exception {
    assertEquals(3, run("shop", "--json", "shop"));
  }

  @Test
  void leavesAutomaticBuildsAsTheyWere() throws Exception {
    Workshop.automatic(true);
    try {
      run("shop");
      assertTrue(ResourcesPlugin.getWorkspace().isAutoBuilding(), "they are off");
    } finally {
      Workshop.automatic(false);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--json", "shop --sarif", "shop --quiet"})
  void refusesACommandLine(String line) {
    List<String> arguments = line.isEmpty() ? List.of() : List.of(line.split(" "));
    assertThrows(IllegalArgumentException.class, () -> Request.of(arguments, Path.of("")));
  }
}
