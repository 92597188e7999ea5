// SPDX-License-Identifier: EPL-2.0
package dev.modelward.gates;

import org.junit.jupiter.api.Test;

class UnviolatedTest {
  @Test
  void aSkeletonThatKeepsTheRulesPasses() throws Exception {
    Skeleton skeleton = Skeleton.create("unviolated");
    skeleton
        .bundle("onnx")
        .with(
            "Name",
            """
            /** A name. */
            public record Name(String text) {}
            """);
    skeleton
        .bundle("runtime")
        .with(
            "Length",
            """
            /** A length. */
            public record Length(long bytes) {}
            """);
    skeleton.maven("verify").passed();
  }
}
