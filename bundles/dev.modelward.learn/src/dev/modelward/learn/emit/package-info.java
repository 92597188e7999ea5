// SPDX-License-Identifier: EPL-2.0
/**
 * Writing of standard operators: values with known sizes, and the nodes and constants that make
 * them.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.emit;
