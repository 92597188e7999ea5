// SPDX-License-Identifier: EPL-2.0
/** Layered layout of a diagram, from top to bottom. */
@NonNullByDefault
package dev.modelward.ui.layered;

import org.eclipse.jdt.annotation.NonNullByDefault;
