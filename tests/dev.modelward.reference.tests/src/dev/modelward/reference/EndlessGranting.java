// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.protect.build.Granting;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.Protector;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.grant.Term;
import dev.modelward.runtime.grant.Terms;
import dev.modelward.runtime.wrap.Identity;
import dev.modelward.runtime.wrap.Kind;
import java.nio.file.Path;
import java.util.Map;

/** A process that grants a tier again and again into one file, and says which round is there. */
final class EndlessGranting {
  private EndlessGranting() {}

  /** Takes the folder of an artifact and its ring, and the number of the first round. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Artifact artifact = artifact(folder);
    try (Identity customer = Identity.generate(Kind.CLASSIC);
        KeyRing ring = KeyRing.open(ring(folder), new Protector.KeyFile(ringKey(folder)))) {
      Granting granting = new Granting(ring, EndlessSealing.VENDOR);
      for (int round = Integer.parseInt(arguments[1]); ; round++) {
        Terms terms =
            Terms.of(Subject.of(artifact, 1), Integer.toString(round), Term.ALWAYS, false);
        Grant grant = granting.grant(artifact, terms, Map.of(), customer.recipient()::wrap);
        granting.write(grant, grant(folder));
        System.out.println(round);
        System.out.flush();
      }
    }
  }

  static Artifact artifact(Path folder) throws Exception {
    return Artifact.open(folder.resolve("x.protected"), EndlessSealing.VENDOR.key());
  }

  static Path grant(Path folder) {
    return folder.resolve("grants").resolve("customer.grant");
  }

  static Path ring(Path folder) {
    return folder.resolve("ring");
  }

  static Path ringKey(Path folder) {
    return folder.resolve("ring.key");
  }
}
