// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.protect.curve.Draws;

/**
 * What was measured on the way: the share of all weights that the first view seals, the share that
 * is still sealed, on how many records, and the qualities.
 */
public record Reading(double first, double sealed, long records, Draws quality) {}
