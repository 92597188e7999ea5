// SPDX-License-Identifier: EPL-2.0
/** Tests of the comparison of artifacts. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.compare;
