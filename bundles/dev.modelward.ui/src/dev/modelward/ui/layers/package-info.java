// SPDX-License-Identifier: EPL-2.0
/** The page that lists the nodes of a model with their weights. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.layers;
