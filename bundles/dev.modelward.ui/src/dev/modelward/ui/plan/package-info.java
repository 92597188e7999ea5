// SPDX-License-Identifier: EPL-2.0
/** The editor for exposure plans: forms and the text, all of one document. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.plan;
