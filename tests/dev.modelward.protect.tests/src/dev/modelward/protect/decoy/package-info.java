// SPDX-License-Identifier: EPL-2.0
/** Tests of what stands in the place of weights. */
@org.eclipse.jdt.annotation.NonNullByDefault
package dev.modelward.protect.decoy;
