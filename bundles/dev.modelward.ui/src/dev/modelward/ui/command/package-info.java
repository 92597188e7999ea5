// SPDX-License-Identifier: EPL-2.0
/** The commands of the editor, as menus and keys call them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.command;
