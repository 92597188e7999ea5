// SPDX-License-Identifier: EPL-2.0
/** The lists of a plan as tables that are edited in place. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.plan.form;
