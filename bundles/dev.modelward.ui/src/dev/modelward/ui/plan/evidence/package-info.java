// SPDX-License-Identifier: EPL-2.0
/** What the last build of a plan measured. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.plan.evidence;
