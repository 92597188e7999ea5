// SPDX-License-Identifier: EPL-2.0
/** Diagrams of boxes and edges, and where their layout puts them; plain values, no widgets. */
@NonNullByDefault
package dev.modelward.ui.diagram;

import org.eclipse.jdt.annotation.NonNullByDefault;
