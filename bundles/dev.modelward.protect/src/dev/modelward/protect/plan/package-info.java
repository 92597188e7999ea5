// SPDX-License-Identifier: EPL-2.0
/** Exposure plans: who may see which part of a model in the clear. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.plan;
