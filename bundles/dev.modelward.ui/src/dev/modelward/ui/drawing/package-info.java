// SPDX-License-Identifier: EPL-2.0
/**
 * How a laid out diagram looks: colours, boxes, edges, the map in the corner, pictures for export.
 */
@NonNullByDefault
package dev.modelward.ui.drawing;

import org.eclipse.jdt.annotation.NonNullByDefault;
