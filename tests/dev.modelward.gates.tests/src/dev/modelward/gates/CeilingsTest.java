// SPDX-License-Identifier: EPL-2.0
package dev.modelward.gates;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CeilingsTest {
  static final List<Violation> VIOLATIONS =
      List.of(
          documented("LongMethod", "void a() {" + "\n;".repeat(40) + "\n}", "allowed is 40"),
          documented("LongFile", "\n".repeat(300), "allowed is 300"),
          documented("Parameters", "void a(int b, int c, int d, int e, int f) {}", "More than 4"),
          documented(
              "DeepNest",
              "void a(int b) { if (b > 0) { for (;;) { try { while (b > 1) {} } finally {} } } }",
              "Nested deeper than 2"),
          documented(
              "EmptyCatch", "void a() { try { a(); } catch (Error e) {} }", "EmptyCatchBlock"),
          documented("Later", "/* TODO */", "TodoComment"),
          documented("Marked", "String a = \"\"; //$NON-NLS-1$\n", "needs no mark"),
          documented("ThingManager", "", "says what a type is not"),
          documented("AbstractThing", "", "says what a type is not"),
          documented("IThing", "", "says what a type is not"),
          Violation.of(
              "Components",
              "/** A. */ record Components(int a, int b, int c, int d, int e, int f, int g, int h) {}",
              "allowed is 7"),
          Violation.of("Undocumented", "class Undocumented {}", "Missing a Javadoc comment"),
          Violation.of("Star", "import java.util.*; /** A. */ class Star {}", "AvoidStarImport"));

  private static Outcome outcome;

  private static Violation documented(String type, String members, String complaint) {
    return Violation.of(type, "/** A. */ class " + type + " {" + members + "}", complaint);
  }

  @BeforeAll
  static void runsOnce() throws Exception {
    Skeleton skeleton = Skeleton.create("ceilings");
    TinyBundle bundle =
        skeleton.bundle("onnx").withFile("Unlicensed", "/** A. */ class Unlicensed {}");
    for (Violation violation : VIOLATIONS) {
      bundle.with(violation.type(), violation.body());
    }
    outcome = skeleton.maven("-N", "verify");
  }

  @ParameterizedTest
  @FieldSource("VIOLATIONS")
  void checkstyleRefuses(Violation violation) {
    outcome.failedSaying(violation.type() + ".java", violation.complaint());
  }

  @Test
  void checkstyleRefusesAFileWithoutALicence() {
    outcome.failedSaying("Unlicensed.java", "RegexpHeader");
  }
}
