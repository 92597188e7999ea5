// SPDX-License-Identifier: EPL-2.0
package dev.modelward.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The test command, `tests/run`, over builds that are made up. */
@DisabledOnOs(OS.WINDOWS)
class TestRunTest {

  /** A clone of two test modules whose build does what `build` says. */
  private static Clone cloneWhoseBuild(Path folder, String build) throws IOException {
    Clone clone = Clone.in(Files.createDirectories(folder.resolve("clone")));
    clone.jdk("jdk", "21.0.3");
    clone.program("uname", "echo Darwin");
    clone.file("tests/a.tests/pom.xml", "");
    clone.file("tests/dev.modelward.reference.tests/pom.xml", "");
    clone.script(
        "mvnw",
        """
        [ "$*" != -v ] || exit 0
        suite() {
          mkdir -p tests/$1/target/surefire-reports
          echo "<testsuite tests='$2' failures='$3' skipped='$4'>" | tr "'" '"' \
            >tests/$1/target/surefire-reports/TEST-One.xml
        }
        mkdir -p releng/dev.modelward.dist/target releng/dev.modelward.ide/target
        echo "[INFO] Building $* [1/1]"
        """
            + build);
    return clone;
  }

  private static Outcome test(Clone clone, String... options)
      throws IOException, InterruptedException {
    String[] command = new String[options.length + 1];
    command[0] = "tests/run";
    System.arraycopy(options, 0, command, 1, options.length);
    return clone.run(Map.of("JAVA_HOME", clone.folder() + "/jdk"), command);
  }

  @Test
  void closesWithTheSumOverAllModules(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("shared/data"));
    Clone clone =
        cloneWhoseBuild(folder, "suite a.tests 3 0 1; suite dev.modelward.reference.tests 5 0 0");
    Outcome outcome = test(clone);
    assertEquals("7 passed, 0 failed, 1 skipped", outcome.closingLine());
    assertEquals(0, outcome.code());
    assertTrue(outcome.output().contains("-Dmodelward.shared=" + folder.toRealPath() + "/shared"));
  }

  @Test
  void failsWithATestThatFails(@TempDir Path folder) throws Exception {
    Outcome outcome =
        test(
            cloneWhoseBuild(
                folder, "suite a.tests 3 1 0; suite dev.modelward.reference.tests 5 0 5; exit 1"));
    assertEquals("2 passed, 1 failed, 5 skipped", outcome.closingLine());
    assertEquals(1, outcome.code());
  }

  @Test
  void failsWithABuildThatFails(@TempDir Path folder) throws Exception {
    Outcome outcome =
        test(
            cloneWhoseBuild(
                folder,
                "suite a.tests 3 0 0; suite dev.modelward.reference.tests 5 0 5\n"
                    + "echo '[ERROR] no features'; exit 1"));
    assertTrue(outcome.output().contains("[ERROR] no features"), outcome.output());
    assertEquals("3 passed, 0 failed, 5 skipped", outcome.closingLine());
    assertEquals(1, outcome.code());
  }

  @Test
  void failsWithAModuleThatLeftNoReport(@TempDir Path folder) throws Exception {
    Outcome outcome = test(cloneWhoseBuild(folder, "suite a.tests 3 0 0"));
    assertTrue(
        outcome.output().contains("NO TEST WAS RUN BY dev.modelward.reference.tests"),
        outcome.output());
    assertEquals("3 passed, 0 failed, 0 skipped", outcome.closingLine());
    assertEquals(1, outcome.code());
  }

  @Test
  void countsNoReportOfAnEarlierRun(@TempDir Path folder) throws Exception {
    Clone clone = cloneWhoseBuild(folder, "suite dev.modelward.reference.tests 5 0 5");
    clone.file("tests/a.tests/target/surefire-reports/TEST-Old.xml", "<testsuite tests=\"8\">");
    Outcome outcome = test(clone);
    assertEquals("0 passed, 0 failed, 5 skipped", outcome.closingLine());
    assertEquals(1, outcome.code());
  }

  @Test
  void saysLoudlyThatTheReferenceDataIsAbsent(@TempDir Path folder) throws Exception {
    Clone clone =
        cloneWhoseBuild(folder, "suite a.tests 3 0 0; suite dev.modelward.reference.tests 5 0 5");
    Outcome outcome = test(clone);
    assertTrue(outcome.output().startsWith("NO REFERENCE DATA"), outcome.output());
    assertFalse(outcome.output().contains("-Dmodelward.shared"), outcome.output());
    assertEquals(0, outcome.code());
  }

  @Test
  void refusesTheWholeReferenceSuiteWithoutItsData(@TempDir Path folder) throws Exception {
    Outcome outcome = test(cloneWhoseBuild(folder, "echo built"), "--reference");
    assertEquals(2, outcome.code());
    assertEquals("", outcome.output());
    assertTrue(outcome.errors().contains("MODELWARD_SHARED"), outcome.errors());
  }

  @Test
  void runsTheWholeReferenceSuiteAlone(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("shared/data"));
    Outcome outcome =
        test(cloneWhoseBuild(folder, "suite dev.modelward.reference.tests 50 0 0"), "--reference");
    assertTrue(
        outcome.output().contains("-Preference -pl tests/dev.modelward.reference.tests"),
        outcome.output());
    assertEquals("50 passed, 0 failed, 0 skipped", outcome.closingLine());
    assertEquals(0, outcome.code());
  }
}
