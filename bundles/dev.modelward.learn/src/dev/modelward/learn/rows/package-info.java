// SPDX-License-Identifier: EPL-2.0
/** Rows of bytes in files, compressed files and archives. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.rows;
