// SPDX-License-Identifier: EPL-2.0
/** Quick fixes of markers, and the commands that turn builds of plans on and off. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.mend;
