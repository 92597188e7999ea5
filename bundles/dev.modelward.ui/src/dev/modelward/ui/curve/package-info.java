// SPDX-License-Identifier: EPL-2.0
/** The curve of an importance map, over which one moves the borders of tiers. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.curve;
