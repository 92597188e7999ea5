// SPDX-License-Identifier: EPL-2.0
package dev.modelward.gates;

import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void spotlessRefusesAnotherIndentation() throws Exception {
    Skeleton skeleton = Skeleton.create("format");
    skeleton.bundle("onnx").with("Wide", "/** A. */\nclass Wide {\n    int a;\n}\n");
    Outcome outcome = skeleton.maven("-N", "verify");
    outcome.failedSaying("spotless", "format violations");
    outcome.failedSaying("", "Wide.java");
  }
}
