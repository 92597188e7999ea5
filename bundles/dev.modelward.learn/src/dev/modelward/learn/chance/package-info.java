// SPDX-License-Identifier: EPL-2.0
/** Random numbers that are the same on every machine and in every version. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.learn.chance;
