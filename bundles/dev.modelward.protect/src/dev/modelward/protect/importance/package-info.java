// SPDX-License-Identifier: EPL-2.0
/** Which blocks of a model matter, and which are chosen by that. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.importance;
