// SPDX-License-Identifier: EPL-2.0
/** A plan's text as its editor sees it: what it says, where, what is wrong, and changes of it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.plan.sheet;
