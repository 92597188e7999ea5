// SPDX-License-Identifier: EPL-2.0
/** Importance maps made small enough to be drawn while somebody drags a border over them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.heat;
