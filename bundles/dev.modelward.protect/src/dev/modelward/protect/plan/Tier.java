// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

/** What holders of one kind of grant see: a view of the model, its name and its target. */
public record Tier(String name, Target target) {
  /** Refuses a name that is no small word. */
  public Tier {
    Word.check(name);
  }
}
