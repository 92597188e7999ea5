// SPDX-License-Identifier: EPL-2.0
/** Ways to mend what markers say is wrong. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.workspace.mend;
