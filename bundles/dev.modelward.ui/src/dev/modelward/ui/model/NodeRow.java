// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

/** A node as one row of a table; the graph is empty for nodes of the main one. */
public record NodeRow(
    Element.AtNode place, String name, String operator, String graph, Burden burden) {}
