// SPDX-License-Identifier: EPL-2.0
/** The page of importance, worked in a real workbench. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.importance;
