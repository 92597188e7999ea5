// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.ui.diagram.Layout;
import dev.modelward.ui.folding.Folding;

/** A graph, folded in some way, with a place for each box. */
record Drawing(Folding folding, Layout layout) {}
