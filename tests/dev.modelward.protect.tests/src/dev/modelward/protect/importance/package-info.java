// SPDX-License-Identifier: EPL-2.0
/** Tests of maps, of what is chosen by them, and of how they are kept. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.importance;
