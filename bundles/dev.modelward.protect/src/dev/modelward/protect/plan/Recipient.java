// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import java.nio.file.Path;

/** Who gets a grant: a name, the file of a public key, the tier, and when the grant holds. */
public record Recipient(String name, Path key, String tier, Term term) {
  /** Refuses a name that is no small word. */
  public Recipient {
    Word.check(name);
  }
}
