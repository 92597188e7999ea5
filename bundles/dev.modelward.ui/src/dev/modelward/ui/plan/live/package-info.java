// SPDX-License-Identifier: EPL-2.0
/**
 * A plan while it is edited: its document, read beside the screen's thread as often as it changes.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.plan.live;
