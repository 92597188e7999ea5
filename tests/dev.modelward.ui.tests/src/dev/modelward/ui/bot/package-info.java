// SPDX-License-Identifier: EPL-2.0
/** What tests of the workbench need: a hand that works it, and an eye on its event loop. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.bot;
