// SPDX-License-Identifier: EPL-2.0
package dev.modelward.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, `modelward`, over builds that are made up. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String WORKBENCH =
      "releng/dev.modelward.ide/target/products/dev.modelward.ide/macosx/cocoa/x86_64";

  /** A clone of one bundle, on a Mac that has a display by nature. */
  private static Clone cloneIn(Path folder) throws IOException {
    Clone clone = Clone.in(folder);
    clone.jdk("jdk", "21.0.3");
    clone.program("uname", "[ \"$*\" = -m ] && echo x86_64 || echo Darwin");
    for (String source : new String[] {"pom.xml", ".mvn/maven.config", "features/a/feature.xml"}) {
      clone.file(source, "");
    }
    clone.file("releng/targetplatform/platform.target", "");
    clone.file("bundles/a/src/A.java", "");
    clone.script(
        "mvnw",
        """
        echo "$*" >>"$HOME/builds"
        mkdir -p bundles/a/target releng/dev.modelward.dist/target
        mkdir -p %1$s/plugins
        touch bundles/a/.polyglot.a bundles/a/target/a.jar
        touch %1$s/plugins/org.eclipse.equinox.launcher_1.0.jar
        """
            .formatted(WORKBENCH));
    return clone;
  }

  private static Outcome start(Clone clone, String... command)
      throws IOException, InterruptedException {
    return clone.run(Map.of("JAVA_HOME", clone.folder() + "/jdk"), command);
  }

  private static long builds(Clone clone) throws IOException {
    return Files.readAllLines(clone.home().resolve("builds")).size();
  }

  private static void change(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(5)));
  }

  @Test
  void buildsOnFirstUseAndThenRunsTheVerb(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    Outcome outcome = start(clone, "./modelward", "inspect", "a model.onnx");
    assertTrue(
        outcome.output().endsWith(" dev.modelward.cli.Main inspect a model.onnx\n"),
        outcome.output());
    assertEquals(1, outcome.errors().lines().count());
    assertEquals(1, builds(clone));
  }

  @Test
  void buildsNothingWhenNothingHasChanged(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    start(clone, "./modelward", "--version");
    change(clone.folder().resolve("bundles/a/target/a.jar"));
    change(clone.folder().resolve("bundles/a/.polyglot.a"));
    assertEquals("", start(clone, "./modelward", "--version").errors());
    assertEquals(1, builds(clone));
  }

  @Test
  void buildsAgainWhenASourceHasChanged(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    start(clone, "./modelward", "--version");
    change(clone.folder().resolve("bundles/a/src/A.java"));
    start(clone, "./modelward", "--version");
    assertEquals(2, builds(clone));
  }

  @Test
  void buildsAgainWhenASourceIsGone(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    start(clone, "./modelward", "--version");
    Files.delete(clone.folder().resolve("bundles/a/src/A.java"));
    change(clone.folder().resolve("bundles/a/src"));
    start(clone, "./modelward", "--version");
    assertEquals(2, builds(clone));
  }

  @Test
  void showsTheEndOfTheLogOfABuildThatFails(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    clone.script("mvnw", "echo '[ERROR] a class is missing'; exit 1");
    Outcome outcome = start(clone, "./modelward", "--version");
    assertEquals(4, outcome.code());
    assertEquals("", outcome.output());
    assertTrue(outcome.errors().contains("[ERROR] a class is missing"), outcome.errors());
    assertTrue(outcome.errors().contains("target/build.log"), outcome.errors());
  }

  @Test
  void startsThroughALinkFromAnotherFolder(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    Files.createSymbolicLink(clone.home().resolve("ward"), clone.folder().resolve("modelward"));
    Outcome outcome = start(clone, "sh", "-c", "cd home && ./ward inspect m.onnx");
    assertEquals(0, outcome.code(), outcome.errors());
  }

  @Test
  void opensTheWorkbenchOnANewFolderWithASample(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    clone.file("home/ModelWard/sample.onnx", "");
    Outcome outcome = start(clone, "./modelward", "ide");
    Path workspace = clone.home().resolve("ModelWard");
    assertTrue(
        outcome.output().contains("-Dmodelward.open=" + workspace + "/sample.onnx -jar"),
        outcome.output());
    assertTrue(outcome.output().endsWith("-data " + workspace + "\n"), outcome.output());
  }

  @Test
  void opensTheWorkbenchOnTheFolderAndModelGiven(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    clone.file("m.onnx", "");
    Outcome outcome = start(clone, "./modelward", "ide", "work", "m.onnx");
    assertTrue(
        outcome.output().contains("-Dmodelward.open=" + clone.folder() + "/m.onnx -jar"),
        outcome.output());
    assertTrue(outcome.output().endsWith("-data " + clone.folder() + "/work\n"));
  }

  @Test
  void refusesToOpenAModelThatIsNotThere(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    Outcome outcome = start(clone, "./modelward", "ide", "absent.onnx");
    assertEquals(2, outcome.code());
    assertTrue(outcome.errors().contains("expected a model in absent.onnx"), outcome.errors());
  }

  @Test
  void makesASampleWhenNoModelIsGiven(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    clone.script(
        "jdk/bin/java", "for last; do :; done; echo \"$*\" >>\"$HOME/asked\"; touch \"$last\"");
    start(clone, "./modelward", "ide", "work");
    String sample = clone.folder() + "/work/sample.onnx";
    List<String> asked = Files.readAllLines(clone.home().resolve("asked"));
    assertTrue(asked.get(0).endsWith("dev.modelward.cli.Main sample " + sample), asked.get(0));
    assertTrue(asked.get(1).contains("-Dmodelward.open=" + sample), asked.get(1));
  }

  @Test
  void saysThatAWorkbenchNeedsADisplay(@TempDir Path folder) throws Exception {
    Clone clone = cloneIn(folder);
    clone.program("uname", "echo Linux");
    Outcome outcome = start(clone, "./modelward", "ide");
    assertEquals(4, outcome.code());
    assertTrue(outcome.errors().contains("DISPLAY"), outcome.errors());
  }
}
