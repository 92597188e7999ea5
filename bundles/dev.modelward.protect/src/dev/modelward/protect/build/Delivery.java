// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.protect.plan.ExposurePlan;
import java.nio.file.Path;
import java.util.List;

/** Where an artifact goes, where its grants, and to whom something is granted. */
public record Delivery(Path artifact, Path grants, List<Addressee> addressees) {

  /** Keeps its own copy. */
  public Delivery {
    addressees = List.copyOf(addressees);
  }

  /** That of an artifact and of grants to all recipients of a plan, whose keys are read. */
  public static Delivery of(ExposurePlan plan, Path artifact, Path grants)
      throws RecipientException {
    return new Delivery(artifact, grants, Addressee.of(plan));
  }
}
