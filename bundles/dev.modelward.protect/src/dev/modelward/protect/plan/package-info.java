// SPDX-License-Identifier: EPL-2.0
/** Exposure plans: who may see which part of a model in the clear, as values and as texts. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.plan;
