// SPDX-License-Identifier: EPL-2.0
/** A divided importance map as a file: a picture, or a table for machines. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.sheet;
