// SPDX-License-Identifier: EPL-2.0
/** Recipes, how a model is trained, and the texts in which people write them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.recipe;
