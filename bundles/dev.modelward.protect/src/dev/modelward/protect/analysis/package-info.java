// SPDX-License-Identifier: EPL-2.0
/** Finds out which blocks of a model matter. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.analysis;
