// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.sheet;

/** What is wrong with a text, and where; lines and columns are counted from 1. */
public record Flaw(int line, int column, String problem) {}
