// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

import dev.modelward.protect.plan.ExposurePlan;

/** What a reader thinks of a plan's text. */
public sealed interface Verdict {

  /** It is a plan, and this is the digest by which builds know it. */
  record Sound(ExposurePlan plan, String digest) implements Verdict {}

  /** Its lists can be read, and changed one by one, but something in it is wrong. */
  record Flawed(Flaw flaw) implements Verdict {}

  /** It cannot be read at all. */
  record Broken(Flaw flaw) implements Verdict {}
}
