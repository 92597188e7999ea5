// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.diagram;

/** A width and a height. */
public record Extent(double width, double height) {}
