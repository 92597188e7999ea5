// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.graph;

/**
 * How many boxes were found, and which of them is shown.
 *
 * @param current the one shown, counted from 1; 0 when none was found
 */
public record Matches(int count, int current) {}
