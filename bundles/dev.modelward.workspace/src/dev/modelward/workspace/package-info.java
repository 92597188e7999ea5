// SPDX-License-Identifier: EPL-2.0
/**
 * Models in the Eclipse workspace: their files, and what went wrong with them, without a screen.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.workspace;
