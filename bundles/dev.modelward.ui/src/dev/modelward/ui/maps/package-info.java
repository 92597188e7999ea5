// SPDX-License-Identifier: EPL-2.0
/** Importance maps beside a model: which there are, what is in them, and making one. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.maps;
