// SPDX-License-Identifier: EPL-2.0
/** How good a model is without its most important blocks. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.curve;
