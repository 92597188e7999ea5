// SPDX-License-Identifier: EPL-2.0
/** Variants of one model, with other numbers in some of its weights, evaluated one like another. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.variants;
