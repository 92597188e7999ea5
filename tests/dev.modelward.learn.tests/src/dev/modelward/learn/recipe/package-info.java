// SPDX-License-Identifier: EPL-2.0
/** Recipes, good and bad. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.recipe;
