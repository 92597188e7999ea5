// SPDX-License-Identifier: EPL-2.0
/** Tests of the commands that make, measure, compare and export importance maps. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.cli.importance;
