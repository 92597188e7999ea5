// SPDX-License-Identifier: EPL-2.0
/** Tests of the ways to find out what matters. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.analysis;
