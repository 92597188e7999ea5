// SPDX-License-Identifier: EPL-2.0
package dev.modelward.gates;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CompilerTest {
  static final List<Violation> VIOLATIONS =
      List.of(
          type("NullReturned", "String a() { return null; }", "required '@NonNull String'"),
          type(
              "NullFollowed",
              "@org.eclipse.jdt.annotation.Nullable String a; int b() { return a.length(); }",
              "has a '@Nullable' type"),
          type("UnusedLocal", "void a() { int b = 1; }", "local variable b is not used"),
          type("UnusedPrivate", "private int a() { return 1; }", "a() from the type UnusedPrivate"),
          Violation.of(
              "UnusedImport",
              "import java.util.Set; class UnusedImport {}",
              "java.util.Set is never"),
          type("Old", "long a() { return Thread.currentThread().getId(); }", "is deprecated"),
          type("Raw", "void a(java.util.List b) { b.clear(); }", "List is a raw type"),
          type(
              "Unchecked",
              "java.util.List<String> a(Object b) { return (java.util.List<String>) b; }",
              "Unchecked cast"),
          type(
              "Private", "dev.modelward.onnx.wire.Hidden a() { throw new Error(); }", "is not API"),
          type(
              "Internal",
              "org.eclipse.core.internal.runtime.CommonMessages a() { throw new Error(); }",
              "Discouraged access"));

  private static Outcome outcome;

  private static Violation type(String type, String members, String complaint) {
    return Violation.of(type, "class " + type + " {" + members + "}", complaint);
  }

  @BeforeAll
  static void runsOnce() throws Exception {
    Skeleton skeleton = Skeleton.create("compiler");
    skeleton.bundle("onnx").withIn("wire", "Hidden", "public class Hidden {}");
    TinyBundle bundle =
        skeleton.bundle("guest").requiring("dev.modelward.onnx,org.eclipse.equinox.common");
    for (Violation violation : VIOLATIONS) {
      bundle.with(violation.type(), violation.body());
    }
    TinyBundle second = skeleton.bundle("loose").with("Loose", "class Loose {}");
    second.withFile("package-info", "package dev.modelward.loose;");
    outcome =
        skeleton.maven("--fail-at-end", "-Dcheckstyle.skip", "-Dspotless.check.skip", "compile");
  }

  @ParameterizedTest
  @FieldSource("VIOLATIONS")
  void theCompilerRefuses(Violation violation) {
    outcome.failedSaying(violation.type() + ".java", violation.complaint());
  }

  @Test
  void theCompilerRefusesAPackageWithoutANullDefault() {
    outcome.failedSaying("package-info.java", "default nullness");
  }
}
