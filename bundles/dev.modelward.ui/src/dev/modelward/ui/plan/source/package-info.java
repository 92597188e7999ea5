// SPDX-License-Identifier: EPL-2.0
/**
 * The text of a plan as a page: coloured, completed, explained, folded, and checked while typing.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.plan.source;
