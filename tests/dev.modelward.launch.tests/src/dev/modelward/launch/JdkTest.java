// SPDX-License-Identifier: EPL-2.0
package dev.modelward.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice of a JDK. */
@DisabledOnOs(OS.WINDOWS)
class JdkTest {

  private static final String CHOOSE = ". releng/launch/jdk.sh; jdk_home";

  @ParameterizedTest
  @CsvSource({"21, 21", "21.0.3, 21", "25.0.3+9, 25", "26-ea, 26", "1.8.0_402, 8", "none, ''"})
  void readsTheFeatureNumberOfAVersion(String version, String feature, @TempDir Path folder)
      throws Exception {
    Outcome outcome = Clone.in(folder).call("jdk.sh", "jdk_feature " + version);
    assertEquals(feature, outcome.output().strip());
  }

  @Test
  void prefersTheOneThatJavaHomeNames(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    Path named = clone.jdk("named", "21.0.1");
    clone.jdk("home/.jdks/newer", "99");
    Outcome outcome = clone.run(Map.of("JAVA_HOME", named.toString()), "sh", "-c", CHOOSE);
    assertEquals(named.toString(), outcome.output().strip());
  }

  @Test
  void passesOverAnOldJavaHomeForTheOneOnThePath(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    Path old = clone.jdk("old", "17.0.15");
    Path onPath = clone.jdk("jdk", "22.0.2");
    Files.createDirectories(clone.folder().resolve("programs"));
    Files.createSymbolicLink(clone.folder().resolve("programs/java"), onPath.resolve("bin/java"));
    Outcome outcome = clone.run(Map.of("JAVA_HOME", old.toString()), "sh", "-c", CHOOSE);
    assertEquals(onPath.toString(), outcome.output().strip());
  }

  @Test
  void asksAJavaThatIsNoLinkWhereItsHomeIs(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    Path home = clone.jdk("jdk", "24");
    clone.program("java", "echo '    java.home = " + home + "' >&2\n");
    Outcome outcome = clone.call("jdk.sh", "jdk_home");
    assertEquals(home.toString(), outcome.output().strip());
  }

  @Test
  void takesTheNewestOfTheUsualFolders(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.jdk("home/.jdks/a", "9.0.4");
    Path newest = clone.jdk("home/.jdks/b with a space", "99.0.1");
    clone.jdk("home/.sdkman/candidates/java/c", "23.0.2");
    clone.program("java", "echo an old one\n");
    Outcome outcome = clone.call("jdk.sh", "jdk_home");
    assertEquals(newest.toString(), outcome.output().strip());
  }

  @Test
  void takesNoRuntimeWithoutACompiler(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    Path runtime = clone.jdk("runtime", "99");
    Files.delete(runtime.resolve("bin/javac"));
    Outcome outcome = clone.call("jdk.sh", "jdk_newest runtime " + clone.jdk("jdk", "21"));
    assertEquals(clone.folder().resolve("jdk").toString(), outcome.output().strip());
  }

  @Test
  void saysWhatWasFoundAndWhatToInstall(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    Path old = clone.jdk("old", "17.0.15");
    String none = ". releng/launch/jdk.sh; jdk_oldest=1000; jdk_home";
    Outcome outcome = clone.run(Map.of("JAVA_HOME", old.toString()), "sh", "-c", none);
    assertEquals(1, outcome.code());
    assertEquals("", outcome.output());
    assertTrue(outcome.errors().contains(old + " (version 17.0.15)"), outcome.errors());
    assertTrue(outcome.errors().contains("openjdk-21-jdk"), outcome.errors());
  }
}
