// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

/**
 * An arrow from one box to another.
 *
 * @param from the id of the box where it starts
 * @param to the id of the box where it ends
 * @param label what flows along it, empty if that is not to be said
 */
public record Edge(String from, String to, String label) {}
