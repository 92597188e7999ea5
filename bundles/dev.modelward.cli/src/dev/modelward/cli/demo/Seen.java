// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.demo;

import dev.modelward.learn.evaluate.Figure;

/**
 * A view of an artifact: its tier, by which grant it opens, what it is worth, what stays sealed.
 */
record Seen(String tier, String grant, Figure quality, long sealed) {}
