// SPDX-License-Identifier: EPL-2.0
package dev.modelward.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The sums of a test run. */
@DisabledOnOs(OS.WINDOWS)
class ReportTest {

  private static void report(Clone clone, String module, String name, String counts)
      throws IOException {
    clone.file(
        "tests/" + module + "/target/surefire-reports/TEST-" + name + ".xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite version="3.0.2" name="%s" %s>
          <system-out><![CDATA[<testsuite name="quoted" tests="7" failures="7">]]></system-out>
        </testsuite>
        """
            .formatted(name, counts));
  }

  private static String sums(Clone clone, String then) throws IOException, InterruptedException {
    return clone.call("report.sh", "report_modules tests/*.tests" + then).output();
  }

  @Test
  void takesForTestModulesWhatIsNamedSoOrHoldsATest(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.file("tests/a.tests/pom.xml", "");
    clone.file("tests/kit/src/Models.java", "");
    clone.file("tests/rules/src/LayersTest.java", "");
    Outcome outcome = clone.call("report.sh", "report_folders tests");
    assertEquals("a.tests\nrules\n", outcome.output());
  }

  @Test
  void addsUpTheReportsOfAModule(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    report(clone, "a.tests", "One", "time=\"0.5\" tests=\"4\" failures=\"0\" skipped=\"1\"");
    report(clone, "a.tests", "Two", "time=\"1,000.25\" tests=\"2\" errors=\"0\" failures=\"0\"");
    assertEquals("a.tests 5 0 1 1000.8\n", sums(clone, ""));
  }

  @Test
  void countsErrorsAsFailed(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    report(clone, "a.tests", "One", "tests=\"9\" errors=\"2\" failures=\"3\" skipped=\"1\"");
    assertEquals("3 passed, 5 failed, 1 skipped\n", sums(clone, " | report_total"));
  }

  @Test
  void readsASuiteThatIsSpreadOverLines(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    report(clone, "a.tests", "One", "\n  tests=\"3\"\n  failures=\"1\"");
    assertEquals("2 passed, 1 failed, 0 skipped\n", sums(clone, " | report_total"));
  }

  @Test
  void sumsOverAllModules(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    report(clone, "a.tests", "One", "tests=\"3\" failures=\"1\"");
    report(clone, "b.tests", "One", "tests=\"10\" skipped=\"2\"");
    assertEquals("10 passed, 1 failed, 2 skipped\n", sums(clone, " | report_total"));
  }

  @Test
  void namesModulesThatRanNoTest(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.file("tests/absent.tests/pom.xml", "");
    report(clone, "empty.tests", "One", "tests=\"0\"");
    report(clone, "fine.tests", "One", "tests=\"1\"");
    report(clone, "skipped.tests", "One", "tests=\"2\" skipped=\"2\"");
    assertEquals("absent.tests\nempty.tests\nskipped.tests\n", sums(clone, " | report_unexecuted"));
  }

  @Test
  void letsOneModuleSkipAllOfItsTests(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    report(clone, "a.tests", "One", "tests=\"2\" skipped=\"2\"");
    assertEquals("", sums(clone, " | report_unexecuted a.tests"));
  }

  @Test
  void readsTheTimesOfThePartsFromMavensLog(@TempDir Path folder) throws Exception {
    Clone clone = Clone.in(folder);
    clone.file(
        "log",
        """
        [INFO] Tests are a SUCCESS, says a test
        [INFO] Reactor Summary for ModelWard 0.1.0-SNAPSHOT:
        [INFO]
        [INFO] ModelWard .......................................... SUCCESS [  0.031 s]
        [INFO] [bundle] ModelWard ONNX models ..................... FAILURE [01:02 min]
        [INFO] [site] ModelWard ................................... SKIPPED
        [INFO] ------------------------------------------------------------------------
        [INFO] BUILD FAILURE
        [INFO] Total time:  02:13 min
        """);
    String times = clone.call("report.sh", "report_times log").output();
    assertEquals(
        """
        part | result | time
        ModelWard | SUCCESS | 0.031 s
        [bundle] ModelWard ONNX models | FAILURE | 01:02 min
        [site] ModelWard | SKIPPED | -
        all | 02:13 min
        """,
        times.replaceAll(" {2,}", " | "));
  }
}
