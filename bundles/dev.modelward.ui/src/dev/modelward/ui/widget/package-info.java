// SPDX-License-Identifier: EPL-2.0
/** Small things that every screen of ours needs from the widget toolkit. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.widget;
