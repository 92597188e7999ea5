// SPDX-License-Identifier: EPL-2.0
/** The page that shows how much the blocks of a model matter, and divides them into tiers. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.importance;
