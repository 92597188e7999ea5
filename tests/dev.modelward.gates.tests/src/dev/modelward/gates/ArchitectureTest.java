// SPDX-License-Identifier: EPL-2.0
package dev.modelward.gates;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
  private static Outcome outcome;

  @BeforeAll
  static void runsOnce() throws Exception {
    Skeleton skeleton = Skeleton.create("architecture");
    TinyBundle onnx = skeleton.bundle("onnx").requiring("org.eclipse.equinox.common");
    onnx.with(
        "Ring", "public class Ring { void a(dev.modelward.onnx.link.Link b) { b.hashCode(); } }");
    onnx.withIn(
        "link",
        "Link",
        "public class Link { void a(dev.modelward.onnx.Ring b) { b.hashCode(); } }");
    onnx.with("Skin", "class Skin { void a(org.eclipse.core.runtime.IPath b) { b.hashCode(); } }");
    onnx.with("Loud", "class Loud { void a() { System.out.println(); } }");
    onnx.with("Shared", "class Shared { static int count; }");
    for (int i = 0; i < 20; i++) {
      onnx.with("Many" + i, "class Many" + i + " {}");
    }
    skeleton
        .bundle("runtime")
        .requiring("com.microsoft.onnxruntime")
        .with(
            "Straight", "class Straight { void a(ai.onnxruntime.OnnxTensor b) { b.hashCode(); } }")
        .with("Lengthy", lengthy());
    skeleton.bundle("stranger").with("Stranger", "class Stranger {}");
    outcome = skeleton.maven("-Dcheckstyle.skip", "-Dspotless.check.skip", "verify");
  }

  private static String lengthy() {
    return IntStream.range(0, 2500)
        .mapToObj(line -> "int line" + line + ";")
        .collect(Collectors.joining("\n", "class Lengthy {\n", "\n}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what the layer onnx may use",
        "dev.modelward.runtime.run..",
        "is in no layer",
        "Cycle detected",
        "has 24 files",
        "lines of code",
        "access standard streams",
        "Field <dev.modelward.onnx.Shared.count>"
      })
  void theArchitectureRulesRefuse(String complaint) {
    outcome.failedSaying("", complaint);
  }
}
