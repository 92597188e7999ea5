// SPDX-License-Identifier: EPL-2.0
/** A layer from near: how its weights and scores are spread, and its most important blocks. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.ui.kernel;
