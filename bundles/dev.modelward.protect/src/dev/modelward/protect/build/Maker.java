// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.build;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.train.TrainingException;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.keys.SigningKey;
import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.protect.planner.UnreachableException;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.SealException;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Workers;
import java.io.IOException;
import java.util.List;

/**
 * Makes artifacts of plans, from the analysis to the grants, with the newest signing key of a ring;
 * the command line and the workspace build by it.
 */
public record Maker(KeyRing ring, Drafter drafter) {
  private static final double DRAFTING = 0.9;

  /** What a plan comes to; an artifact that was there stays until the new one is whole. */
  public Made make(PlanFile plan, Delivery delivery, Progress progress)
      throws RunException,
          IOException,
          MismatchException,
          MapException,
          TrainingException,
          UnreachableException,
          LimitException,
          ProtectionException,
          SealException,
          KeyRingException,
          UngrantedException {
    // before the long work, so that a missing key is known at once
    try (SigningKey signer = SigningKey.of(ring);
        AttestingKey attestor = AttestingKey.of(ring)) {
      Draft draft = drafter.draft(plan, progress.part("plan", DRAFTING));
      Artifact artifact =
          new Sealing(ring, new Sealer(signer, attestor, new Workers(drafter.threads())))
              .seal(draft, delivery.artifact(), progress.part("seal", 1 - DRAFTING));
      return new Made(draft, artifact, granted(new Granting(ring, signer), artifact, delivery));
    }
  }

  private static List<Issued> granted(Granting granting, Artifact artifact, Delivery delivery)
      throws ProtectionException, KeyRingException, UngrantedException {
    try {
      return granting.issue(delivery.addressees(), artifact, delivery.grants());
    } catch (IOException e) {
      throw new UngrantedException(delivery.grants(), e);
    }
  }
}
