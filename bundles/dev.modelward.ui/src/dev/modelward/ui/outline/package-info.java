// SPDX-License-Identifier: EPL-2.0
/** The outline of a model: its graphs, nodes, given tensors and functions as a tree. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.outline;
