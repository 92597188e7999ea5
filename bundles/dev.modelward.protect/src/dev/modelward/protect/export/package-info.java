// SPDX-License-Identifier: EPL-2.0
/** Importance maps in the forms that other tools read. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.export;
