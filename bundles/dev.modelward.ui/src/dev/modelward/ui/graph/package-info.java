// SPDX-License-Identifier: EPL-2.0
/** The canvas that shows a diagram: zoom, pan, select, find, export. */
@NonNullByDefault
package dev.modelward.ui.graph;

import org.eclipse.jdt.annotation.NonNullByDefault;
