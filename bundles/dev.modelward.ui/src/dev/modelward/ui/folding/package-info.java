// SPDX-License-Identifier: EPL-2.0
/** Folding of repeated blocks of a diagram into one box each. */
@NonNullByDefault
package dev.modelward.ui.folding;

import org.eclipse.jdt.annotation.NonNullByDefault;
