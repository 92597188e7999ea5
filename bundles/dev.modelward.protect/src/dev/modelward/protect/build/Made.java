// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.runtime.artifact.Artifact;
import java.util.List;

/** What came out of a plan: what it came to, the artifact, and the grants of its recipients. */
public record Made(Draft draft, Artifact artifact, List<Issued> grants) {

  /** Keeps its own copy. */
  public Made {
    grants = List.copyOf(grants);
  }
}
