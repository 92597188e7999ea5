// SPDX-License-Identifier: EPL-2.0
/** The page that draws the graphs of a model, and the way from a graph into the ones inside. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.flow;
