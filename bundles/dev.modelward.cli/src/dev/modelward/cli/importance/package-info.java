// SPDX-License-Identifier: EPL-2.0
/** Importance maps: making, measuring, comparing and exporting them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.importance;
