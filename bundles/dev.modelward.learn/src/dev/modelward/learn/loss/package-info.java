// SPDX-License-Identifier: EPL-2.0
/** Losses: what gradients are the gradients of. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.loss;
