// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

/** A part of a plan that can be selected. */
public sealed interface Place {

  /** The list that this is or belongs to. */
  PlanList list();

  /** A whole list. */
  record Heading(PlanList list) implements Place {}

  /** One item of a list, counted from 0. */
  record Item(PlanList list, int index) implements Place {}
}
