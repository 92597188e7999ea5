// SPDX-License-Identifier: EPL-2.0
/** Charts as lines and letters, on the screen and as a vector picture. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.chart;
